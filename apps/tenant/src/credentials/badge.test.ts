import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { badgeFacts } from "./badge.ts";
import { issueCompletionCertificate } from "./issue.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
const notice = /^Demonstration\. Not a website of the State of /;

beforeAll(async () => {
  tenant = await tenantHarness();
});
afterAll(() => tenant.close());

test("a trial's badge and what a verifier fetches say that it is a demonstration", async () => {
  const holder = tenant.visitor();
  await holder.signIn("lena@example.org");
  const { personId = "" } = await tenant.person("lena@example.org");
  const context = tenant.context();
  const certificate = await tenant.tenant.database.transaction((tx) =>
    issueCompletionCertificate(
      { ...context, db: tx, tx },
      {
        ...{ personId, memberId: null, locale: "en" },
        facts: {
          ...{ kind: "completion", activity: "training", holder: "Lena", title: "Night shift" },
          ...{ completedOn: "2026-11-02", minutes: 15, provider: "Office" },
        },
      },
    ),
  );
  const { html: jwt } = await holder.open(`/certificates/${certificate.id}.jwt`);
  const claims = JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString());
  expect(claims.credentialSubject.achievement.description).toMatch(notice);

  const achievement = await holder.open("/credentials/achievements/completion");
  expect(JSON.parse(achievement.html).description).toMatch(notice);
  for (const path of ["/credentials/keys", "/credentials/status/1", "/credentials/issuer"])
    expect((await holder.open(path)).headers.get("demonstration-notice")).toMatch(notice);
});

test("an official instance's badge says nothing of a trial", async () => {
  const { profile } = tenant.tenant;
  const official = { ...tenant.tenant, profile: { ...profile, official: true } };
  const { achievement } = badgeFacts(official, {
    ...{ id: "crt_1", code: "AAAA-BBBB-CCCC", kind: "completion", memberId: null, personId: null },
    ...{ locale: "en", statusIndex: 1, status: "valid", issuedAt: new Date(0) },
    facts: {
      ...{ kind: "completion", activity: "training", holder: "Lena", title: "Night shift" },
      ...{ completedOn: "2026-11-02", minutes: 15, provider: "Office" },
    },
  });
  expect(achievement.description).toBe("Certificate of Completion");
});
