import type { Visitor } from "@concord/testing";
import { post } from "./post.ts";

/** A business that applies, and what its state asks of it. */
export interface Firm {
  readonly legalName: string;
  readonly contactEmail: string;
  readonly countyFips: string;
  readonly level: string;
  readonly commitments: readonly string[];
  /** Commitments, or `affidavit`, for which it hands in a file. */
  readonly files: readonly string[];
  readonly campaignOn?: string;
}

/** A member of Mississippi's program. */
export function motel(legalName: string): Firm {
  return {
    legalName,
    contactEmail: `${legalName.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}@motel.example`,
    countyFips: "28047",
    level: "member",
    commitments: ["adopt-policy", "train-staff", "name-contact", "post-hotline"],
    files: ["adopt-policy"],
  };
}

/** What is in the file that stands for a firm's policy; a firm's own, so that it can be found again. */
export function policyOf(firm: Firm): string {
  return `%PDF-1.4\n% The policy of ${firm.legalName}`;
}

/** The five pages of the application; each tells the next one's form only when what was typed is right. */
export async function apply(visitor: Visitor, firm: Firm, prefix = ""): Promise<void> {
  await startApplication(visitor, firm, prefix);
  await handIn(visitor, firm);
}

/** All pages but the last one, whose button hands the application in. */
export async function startApplication(visitor: Visitor, firm: Firm, prefix = ""): Promise<void> {
  await visitor.open(`${prefix}/join`);
  await post(visitor, "/join", {});
  await post(visitor, "/join/organization", {
    legalName: firm.legalName,
    entityType: "for-profit",
    sector: "72",
    employees: "24",
  });
  await post(visitor, "/join/locations", {
    "locations.0.street": "12 Beach Boulevard",
    "locations.0.city": "Biloxi",
    "locations.0.region": "MS",
    "locations.0.postalCode": "39530",
    "locations.0.countyFips": firm.countyFips,
    "locations.0.published": "true",
  });
  await post(visitor, "/join/contact", {
    contactName: "Dana Owner",
    contactEmail: firm.contactEmail,
    contactPhone: "601-555-0123",
  });
  await post(visitor, "/join/commitments", policyFields(firm));
}

/** What the page of commitments is sent, its files included. */
export function policyFields(firm: Firm): Record<string, string | readonly string[] | File> {
  const files = firm.files.map((purpose) => {
    const file = new File([policyOf(firm)], `${purpose}.pdf`, { type: "application/pdf" });
    return [`files.${purpose}`, file] as const;
  });
  return {
    level: firm.level,
    commitments: firm.commitments,
    ...(firm.campaignOn ? { campaignOn: firm.campaignOn } : {}),
    ...Object.fromEntries(files),
  };
}

export async function handIn(visitor: Visitor, firm: Firm): Promise<void> {
  await post(visitor, "/join/review", {
    listed: "true",
    publicRecordRead: "true",
    signature: `Dana Owner of ${firm.legalName}`,
  });
  if (!visitor.seen.path.endsWith("/join/status")) throw new Error(`not handed in: ${visitor.text}`);
}

/** Finds the firm in the office's queue and approves it. */
export async function approve(office: Visitor, firm: Firm): Promise<void> {
  await office.open(`/office/applications?q=${encodeURIComponent(firm.legalName)}`);
  await office.open(office.link(/\/office\/applications\/app_\w+$/));
  const { path } = office.seen;
  await post(office, `${path.replace(/^\/\w\w(?=\/)/, "")}/approve`, {});
}

/** Its certificate, as the member takes it from its desk, and the code printed on it. */
export async function takeCertificate(member: Visitor, firm: Firm, prefix = "") {
  await member.signIn(firm.contactEmail, `${prefix}/member`);
  const pdf = member.link(/\/certificates\/crt_\w+\.pdf$/);
  const code = /\/verify\/([\w-]+)/.exec(member.link(/\/verify\/[\w-]+$/))?.[1] ?? "";
  const { status, bytes } = await member.open(pdf);
  if (status !== 200) throw new Error(`no certificate: ${status}`);
  return { code, pdf: bytes };
}
