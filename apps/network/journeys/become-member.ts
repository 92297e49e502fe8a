import type { Page } from "playwright-core";
import { press, send } from "./form.ts";
import type { madeUpFirm } from "./made-up.ts";
import type { Walker } from "./walker.ts";

const policy = { name: "policy.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 a policy") };

/** A firm applies and an officer, who is signed in, approves it: for journeys that begin with a member. */
export async function becomeMember(
  applicant: Walker,
  officer: Walker,
  code: string,
  firm: ReturnType<typeof madeUpFirm>,
): Promise<void> {
  await applicant.open(code, "/join");
  await handIn(applicant.page, firm);
  await officer.open(code, `/office/applications?q=${encodeURIComponent(firm.name)}`);
  await press(officer.page, `main a:has-text("${firm.name}")`);
  await press(officer.page, "form#approve button");
}

/** All pages of the application, from the first one on. */
async function handIn(page: Page, firm: ReturnType<typeof madeUpFirm>): Promise<void> {
  await send(page);
  await send(page, { legalName: firm.name, entityType: "for-profit", sector: "72", employees: "31" });
  await send(page, {
    "locations.0.street": firm.street,
    "locations.0.city": "Biloxi",
    "locations.0.region": "MS",
    "locations.0.postalCode": "39530",
    "locations.0.countyFips": "28047",
    "locations.0.published": true,
  });
  await send(page, { contactName: firm.contact, contactEmail: firm.email, contactPhone: "228-555-0147" });
  const commitments = ["adopt-policy", "train-staff", "name-contact", "post-hotline"];
  await send(page, { level: "member", commitments, "files.adopt-policy": policy });
  await send(page, { listed: true, publicRecordRead: true, signature: firm.contact });
}
