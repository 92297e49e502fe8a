import type { CompletionCertificate, Letter, Policy, Poster } from "../src/index.ts";
import type { MembershipCertificate } from "../src/membership-certificate.ts";
import type { OnePage } from "../src/one-page.ts";
import { sampleLetterhead } from "./sample-letterhead.ts";

export const sampleLetter: Letter = {
  ...sampleLetterhead,
  recipient: [
    "Ms. Dolores Ladner",
    "Pass Harbor Motel, LLC",
    "118 East Beach Boulevard",
    "Pass Harbor, MW 39571",
  ],
  reference: "MB-4KQ7-22",
  date: "2026-03-04",
  subject: "Pass Harbor Motel, LLC is now a member",
  paragraphs: ["Dear Ms. Ladner:", "We have approved the application."],
  closing: "Sincerely,\n\nThe program office",
};

export const sampleCompletion: CompletionCertificate = {
  ...sampleLetterhead,
  learner: "María Fernández-Ladner, RN",
  course: "Recognizing Human Trafficking in Emergency Care",
  courseNumber: "HT-101",
  days: ["2026-03-04"],
  minutes: 90,
  provider: { name: "Program Training Office", number: "50-1234", address: ["9 Quay Road"] },
  attribution: "Developed by Calloway; adopted by Marlowe.",
  credit: {
    board: "Marlowe Board of Nursing",
    licenseNumber: "RN-884012",
    contactHours: 1.5,
    approvalNumber: "MBN-2026-0117",
    deliveryFormat: "Self-paced online",
    citation: "Marlowe Code 12-3.4",
    hoursClaimed: 1.25,
    subjects: [{ name: "Ethics", hours: 0.5 }],
    retentionYears: 4,
  },
  verificationCode: "7KQ4-M2XD-9HTC",
  verificationUrl: "https://mw.example.test/verify/7KQ4-M2XD-9HTC",
};

export const samplePolicy: Policy = {
  ...sampleLetterhead,
  title: "Anti-Trafficking Policy",
  company: "Pass Harbor Motel, LLC",
  blocks: [
    { type: "heading", level: 1, text: "Anti-Trafficking Policy" },
    { type: "heading", level: 2, text: "Why we have this policy" },
    { type: "paragraph", text: "We will not tolerate it." },
    { type: "list", ordered: false, items: ["Learn the signs.", "Never confront anybody."] },
    { type: "heading", level: 2, text: "How to report" },
    { type: "list", ordered: true, items: ["Call 911.", "Tell Ana Núñez."] },
  ],
  adoption: { name: "Dolores Ladner", adoptedOn: "2026-03-04" },
  version: "3",
  attribution: "From a template by the program office.",
  licence: "Licensed under CC BY 4.0.",
};

export const samplePoster: Poster = {
  ...sampleLetterhead,
  headline: "Is somebody controlling you?",
  lines: ["Keeping your papers", "Threatening your family"],
  hotlines: [
    { name: "National Human Trafficking Hotline", number: "1-888-373-7888", details: "Text 233733." },
    { name: "Emergencies", number: "911" },
  ],
  verifiedOn: "2025-09-22",
};

export const sampleCertificate: MembershipCertificate = {
  ...sampleLetterhead,
  member: "Pass Harbor Motel, LLC",
  level: "Partner",
  validFrom: "2026-03-04",
  validUntil: "2029-03-03",
  membershipNumber: "MW-2026-00418",
  verificationCode: "7KQ4-M2XD-9H",
  verificationUrl: "https://mw.example.test/verify/7KQ4M2XD9H",
  signatory: { name: "Alex Officeholder", title: "Secretary of State" },
};

export const sampleSheet: OnePage = {
  ...sampleLetterhead,
  title: "The year in figures",
  asOf: "2026-06-30",
  sentences: ["By June 30, 312 businesses in 61 of 82 counties had joined."],
  chart: {
    title: "Members by quarter",
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 4"><rect width="9" height="3"/></svg>`,
    alt: "201, 240, 281 and 312 members",
  },
  table: {
    title: "Members by sector",
    columns: ["Sector", "Members"],
    rows: [
      ["Lodging", "121"],
      ["Health", "64"],
    ],
  },
  footnotes: ["Employees are as members stated them."],
};
