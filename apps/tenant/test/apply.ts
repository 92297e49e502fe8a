import type { Visitor } from "@concord/testing";

export interface Business {
  readonly legalName: string;
  readonly contactEmail: string;
  readonly county: string;
  readonly published: boolean;
  readonly listed: boolean;
}

/** A business as an applicant types it. */
export function business(known: Partial<Business> = {}): Business {
  return {
    legalName: "Gulf Breeze Motel LLC",
    contactEmail: "owner@gulf.example",
    county: "28047",
    published: true,
    listed: true,
    ...known,
  };
}

const policy = () => new File(["%PDF-1.7 our policy"], "policy.pdf", { type: "application/pdf" });

/** Fills the five pages of the application in and hands it in; `prefix` is `/es` for Spanish. */
export async function applyByForm(visitor: Visitor, firm: Business, prefix = ""): Promise<void> {
  await visitor.open(`${prefix}/join`);
  await visitor.submit(`${prefix}/join`);
  await visitor.submit(`${prefix}/join/organization`, {
    legalName: firm.legalName,
    entityType: "for-profit",
    sector: "72",
    employees: "24",
    website: "https://gulf.example",
  });
  await visitor.submit(`${prefix}/join/locations`, {
    "locations.0.street": "12 Beach Boulevard",
    "locations.0.city": "Biloxi",
    "locations.0.region": "MS",
    "locations.0.postalCode": "39530",
    "locations.0.countyFips": firm.county,
    ...(firm.published ? { "locations.0.published": "true" } : {}),
  });
  await visitor.submit(`${prefix}/join/contact`, {
    contactName: "Dana Owner",
    contactEmail: firm.contactEmail,
    contactPhone: "601-555-0123",
  });
  await visitor.submit(`${prefix}/join/commitments`, {
    level: "member",
    commitments: ["adopt-policy", "train-staff", "name-contact", "post-hotline"],
    "files.adopt-policy": policy(),
  });
  await visitor.submit(`${prefix}/join/review`, {
    ...(firm.listed ? { listed: "true" } : {}),
    publicRecordRead: "true",
    signature: "Dana Owner",
  });
}
