import { readFileSync } from "node:fs";
import { join } from "node:path";
import { membershipCertificatePdf } from "@concord/documents";
import { loadProfile } from "@concord/tenant";
import type { Program } from "../test/tenant-program.ts";
import { projectRoot } from "../test/tenant-program.ts";
import { officer } from "../test/trial-place.ts";
import { apply, approve, motel } from "../test/walk-join.ts";
import { type Measure, median, perSecond } from "./measure.ts";

const firm = motel("Bench Motel LLC");
const together = { concurrency: 2, seconds: 3 };
const rounds = 3;

/** As the office downloads them (session, authorization, facts from the database), against the setting of the same page alone. */
export async function measureCertificates(program: Program): Promise<Measure> {
  const path = await issue(program);
  const office = program.visitor();
  await office.signIn(officer.email);
  const headers = { cookie: office.cookies };
  const product = async () => {
    const response = await program.fetch(path, { headers });
    demandPdf(Buffer.from(await response.arrayBuffer()), response.status);
  };
  const alone = await pageAlone();
  await Promise.all([product(), alone()]);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await perSecond(product, together));
    bare.push(await perSecond(alone, together));
  }
  return {
    name: "certificate PDFs, over HTTP",
    value: median(ours),
    unit: "PDFs/s",
    ratio: median(ours.map((value, at) => value / (bare[at] ?? 1))),
    against: `the same page set by Typst, nothing else: ${median(bare).toFixed(0)} PDFs/s`,
  };
}

async function issue(program: Program): Promise<string> {
  await apply(program.visitor(), firm);
  const office = program.visitor();
  await office.signIn(officer.email);
  await approve(office, firm);
  await office.open("/office/members?q=Bench");
  await office.open(office.link(/\/office\/members\/mem_\w+$/));
  return office.link(/\/certificates\/crt_\w+\.pdf$/);
}

/** The same template, brand and amount of text, in this process. */
async function pageAlone(): Promise<() => Promise<void>> {
  const { program, office, jurisdiction } = loadProfile("ms");
  const emblem = readFileSync(join(projectRoot, "apps/tenant/profiles/ms/emblem.svg"), "utf8");
  const colors = { primary: "#1f5673", primaryDark: "#14384f", accent: "#9a7a14" };
  const certificate = {
    locale: "en" as const,
    official: false,
    jurisdictionName: jurisdiction.name.en,
    brand: { name: program.name.en, acronym: program.acronym, emblemSvg: emblem, colors },
    office: { name: office.name.en },
    member: firm.legalName,
    level: "Member",
    validFrom: "2026-01-15" as const,
    validUntil: "2027-01-14" as const,
    membershipNumber: "MBAT-2026-00001",
    verificationCode: "7KQ4-M2XD-9HTC",
    verificationUrl: "http://ms.localhost:20000/verify/7KQ4-M2XD-9HTC",
  };
  return async () => demandPdf(Buffer.from(await membershipCertificatePdf(certificate)), 200);
}

function demandPdf(bytes: Buffer, status: number): void {
  if (bytes.subarray(0, 5).toString() !== "%PDF-") throw new Error(`no PDF: ${status}`);
}
