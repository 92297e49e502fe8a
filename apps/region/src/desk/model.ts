import { limits, type PublicJwk, publicJwk, type Reason } from "@concord/federation";
import { asHeard } from "@concord/stewardship";
import { z } from "zod";

/** What the registry's and the root's keepers sign here. */
export type DocumentKind = "registry" | "root";

export type Standing = "open" | "complete" | "finished" | "replaced" | "withdrawn" | "expired" | "overtaken";

/** A document that at least one keeper signed. */
export interface Proposal {
  readonly id: string;
  readonly document: DocumentKind;
  readonly version: number;
  /** Of the payload, which no signature changes. */
  readonly sha256: string;
  /** A general JWS with the keepers' signatures, and no others. */
  readonly signed: string;
  readonly standing: Standing;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  readonly closedAt: Date | null;
}

/** One line of the record: who signed what and when, by the key alone. */
export interface DeskAct {
  readonly at: Date;
  readonly act: "opened" | "signed" | Exclude<Standing, "open">;
  readonly document: DocumentKind;
  readonly version: number;
  readonly sha256: string;
  readonly kid: string | null;
}

/** A request that verified when it came. */
export interface WaitingRequest {
  readonly id: string;
  readonly kid: string;
  readonly code: string;
  readonly signed: string;
  readonly receivedAt: Date;
  readonly expiresAt: Date;
}

/** How many requests wait at once; one that a member's present key endorsed finds room for as many again. */
export const mostWaiting = 50;

/** Somebody made up, whose keys a visitor of a trial may use. The files are encrypted as a real keeper's are. */
export interface TrialKeeper {
  readonly name: string;
  readonly passphrase: string;
  readonly keys: Readonly<Record<DocumentKind, string>>;
}

const daySeconds = 86_400;
/** How long a request waits, and how long a document waits for the other keepers. */
export const waiting = { requestSeconds: 30 * daySeconds, proposalSeconds: 14 * daySeconds } as const;

/** How far back a draft may say that it was written: a page left open over a long weekend is still good. */
const oldestDraftSeconds = 4 * daySeconds;

/** Whether a draft may say that it was written then, in seconds. */
export function isDraftTime(at: number, now: number): boolean {
  return at > now - oldestDraftSeconds && at <= now + limits.leewaySeconds;
}

/**
 * Whether a document may take the place of the one that is open: when every keeper who signed that one signed this
 * one too, or when this one is complete. So nobody alone drops what others signed, and nobody alone blocks them.
 */
export function mayReplace(
  open: { readonly signers: readonly string[] },
  next: { readonly signers: readonly string[]; readonly complete: boolean },
): boolean {
  return next.complete || open.signers.every((kid) => next.signers.includes(kid));
}

/** Why a document does not follow what is in force here. */
export function misfit(
  next: { readonly version: number; readonly prev?: string | null; readonly net?: string },
  held: { readonly version: number; readonly sha256: string; readonly net: string },
): Reason | "overtaken" | "ahead" | undefined {
  if (next.net !== undefined && next.net !== held.net) return "wrong-network";
  if (next.version <= held.version) return "overtaken";
  if (next.version > held.version + 1) return "ahead";
  return next.prev !== undefined && next.prev !== held.sha256 ? "registry-fork" : undefined;
}

const code = z.string().trim().max(32);
const number = z.coerce.number<string>().int().nonnegative().max(2_147_483_647);
const needed = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .trim()
    .min(1, { error: "desk.field-missing" })
    .pipe(schema as unknown as z.ZodType<z.output<T>, string>);
const fingerprint = needed(z.string().max(100));
/** As it was read out: with whatever stands between its groups left out. */
const hash = z
  .string()
  .max(300)
  .transform(asHeard)
  .pipe(z.string().regex(/^[0-9a-f]{64}$/, { error: "desk.not-a-hash" }));
const several = z
  .union([z.string(), z.array(z.string())])
  .transform((all) => [all].flat())
  .optional();
const perhaps = z.union([z.literal("").transform(() => undefined), number]).optional();
/** What `key make` wrote beside the key, as text; a field that was left empty is none. */
const newKey = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    if (!text) return undefined;
    const key = publicKeyIn(text);
    if (!key) context.addIssue({ code: "custom", message: "desk.not-a-key" });
    return key;
  });

function publicKeyIn(text: string): PublicJwk | undefined {
  try {
    return publicJwk.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** What a keeper fills in, ceremony by ceremony; every value comes from a form as text. */
export const wishes = {
  add: z.object({ request: needed(z.string().max(60)), fingerprint, group: several }),
  rotate: z.object({
    request: needed(z.string().max(60)),
    fingerprint,
    from: perhaps,
  }),
  suspend: z.object({ member: needed(code) }),
  readmit: z.object({ member: needed(code) }),
  leave: z.object({ member: needed(code) }),
  retire: z.object({ member: needed(code), fingerprint, to: needed(number) }),
  close: z.object({
    member: needed(code),
    seq: needed(number),
    head: needed(hash),
    cause: z.enum(["stolen", "restored"], { error: "desk.field-missing" }),
  }),
  renew: z.object({}),
  root: z.object({
    ...{ "root-keep": several, "root-new-1": newKey, "root-new-2": newKey, "root-threshold": perhaps },
    ...{ "registry-keep": several, "registry-new-1": newKey, "registry-new-2": newKey },
    "registry-threshold": perhaps,
  }),
} as const;

export type Ceremony = keyof typeof wishes;
export const ceremonies = Object.keys(wishes) as readonly Ceremony[];
export type Wish = { [C in Ceremony]: { readonly ceremony: C } & z.output<(typeof wishes)[C]> }[Ceremony];

/** How much is handed in at once, in bytes: a request with the form around it, and a document. */
export const mostRequestBytes = 4 * limits.statementBytes;
export const mostDocumentBytes = limits.trustBytes + mostRequestBytes;

/** How often somebody may hand in: generous for people, whose whole office may sit behind one address. */
export const requestPace = { capacity: 20, perSecond: 1 / 60 } as const;
export const documentPace = { capacity: 40, perSecond: 1 / 15 } as const;
