import { asHeard } from "@concord/stewardship";
import { z } from "zod";

/** A network's id as somebody read it out: 64 hexadecimal digits, with whatever stands between them left out. */
export const networkId = z
  .string()
  .max(300)
  .transform(asHeard)
  .pipe(
    z
      .string()
      .min(1, "field.required")
      .regex(/^[0-9a-f]{64}$/, "ceremonies.id-form"),
  );

/** The origin of what was typed as a member's address, whichever of its pages it was copied from. */
export const memberAddress = z
  .string()
  .trim()
  .min(1, "field.required")
  .max(300)
  .transform((typed) => (/^https?:\/\//i.test(typed) ? typed : `https://${typed}`))
  .refine((url) => URL.canParse(url) && new URL(url).origin !== "null", "ceremonies.address-form")
  .transform((url) => new URL(url).origin);

/** How a request stands: as the network's desk says, or as its registry says. */
export const standings = ["waiting", "proposed", "unknown", "unreachable", "other-key", "unwanted"] as const;
export type Standing = (typeof standings)[number];

/** Digits in groups of four, as they are read out. */
export function spoken(digits: string): string {
  return (digits.match(/.{1,4}/g) ?? []).join(" ");
}

interface NamedMember {
  readonly status: "active" | "suspended" | "left";
  readonly epochs: readonly {
    readonly close?: unknown;
    readonly keys: readonly { readonly jwk: { readonly kid: string }; readonly to?: number | undefined }[];
  }[];
}

/** What a registry says of a newcomer: undefined where it does not name it yet. */
export function namedAs(
  member: NamedMember | undefined,
  kid: string,
): "member" | "other-key" | "unwanted" | undefined {
  if (!member) return undefined;
  const open = member.epochs.flatMap((epoch) => (epoch.close === undefined ? epoch.keys : []));
  if (!open.some(({ jwk, to }) => jwk.kid === kid && to === undefined)) return "other-key";
  return member.status === "active" ? "member" : "unwanted";
}
