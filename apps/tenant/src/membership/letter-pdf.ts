import { letterPdf } from "@concord/documents";
import { dayIn } from "@concord/runtime";
import type { Tenant } from "../context.ts";
import { letterheadOf } from "../profile/index.ts";
import type { StoredLetter } from "./store-letters.ts";

/** A letter as it was sent, on paper for a windowed envelope. */
export function printLetter(tenant: Tenant, letter: StoredLetter): Promise<Uint8Array> {
  const { profile } = tenant;
  const [salutation, ...paragraphs] = letter.body.split(/\n\s*\n/);
  return letterPdf({
    ...letterheadOf(profile, letter.locale),
    recipient: letter.recipient,
    reference: letter.reference,
    date: dayIn(profile.jurisdiction.timeZones.default, letter.sentAt),
    subject: letter.subject,
    salutation,
    paragraphs,
  });
}
