import type { CredentialFacts } from "../src/index.ts";

export const issuerId = "https://mw.example.test";
export const statusUrl = `${issuerId}/credentials/status/1`;

/** A membership of a fictitious firm, valid through 2026. */
export const sampleFacts: CredentialFacts = {
  id: "urn:uuid:0190f3a2-4e1c-7c3b-9a55-3d1f6a2b7c10",
  issuer: { id: issuerId, name: "Marlowe Businesses Against Trafficking" },
  subject: { id: "urn:uuid:0190f3a2-4e1c-7c3b-9a55-3d1f6a2b7c11", name: "Pass Harbor Motel, LLC" },
  achievement: {
    id: `${issuerId}/levels/partner`,
    name: "Partner",
    description: "Membership at the level of partner",
    criteria: "Made the commitments of this level. Neither an inspection nor an endorsement.",
    type: "Membership",
    language: "en",
  },
  validFrom: new Date("2026-01-01T00:00:00Z"),
  validUntil: new Date("2027-01-01T00:00:00Z"),
  statusList: { url: statusUrl, index: 94_567, purpose: "suspension" },
};

export const during2026 = new Date("2026-06-01T12:00:00Z");
