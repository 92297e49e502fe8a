import { z } from "zod";

export interface License {
  readonly id: string;
  readonly personId: string;
  /** Postal code of the state that issued it, in lower case. */
  readonly jurisdiction: string;
  readonly boardId: string;
  readonly profession: string;
  readonly number: string;
  readonly createdAt: Date;
}

/**
 * Nine digits in a row, however they are grouped, could be a Social Security number. A license number of exactly
 * nine digits is refused with them, grouped or not: the two cannot be told apart, and none is kept anywhere.
 */
export function looksLikeSocialSecurityNumber(typed: string): boolean {
  return /(?<!\d)\d{9}(?!\d)/.test(typed.replaceAll(/[^\p{L}\p{N}]/gu, ""));
}

/** A license number by its form alone; whether it exists only the board knows. */
export const licenseNumber = z
  .string()
  .trim()
  .toUpperCase()
  .min(1, "field.required")
  .max(40, "field.too-big")
  .refine((typed) => !looksLikeSocialSecurityNumber(typed), "education.social-security")
  .refine((typed) => /^[A-Z0-9][A-Z0-9 .\-/]*$/.test(typed) && /\d/.test(typed), "education.license-form");

export const jurisdiction = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9]{1,11}$/, "field.required");
