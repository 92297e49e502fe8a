import { library } from "@concord/content";
import { sql } from "drizzle-orm";
import { listMemberCertificates } from "../../src/credentials/index.ts";
import { createMemberToken } from "../../src/identity/index.ts";
import { readMember } from "../../src/membership/index.ts";
import { chooseToolkit, offerLibraryToolkit, readToolkit } from "../../src/toolkits/index.ts";
import type { Harness } from "./signed-in.ts";

export async function offerWorkplaceToolkit(tenant: Harness) {
  const item = (await library()).find(({ slug }) => slug === "workplace-toolkit");
  if (item?.kind !== "toolkit") throw new Error("the library has no workplace toolkit");
  const { id } = await offerLibraryToolkit(tenant.context(), item);
  const { body } = await readToolkit(tenant.context(), { toolkitId: id });
  const file = /"sha256":"([0-9a-f]{64})"/.exec(JSON.stringify(body))?.[1] ?? "";
  return { id, file };
}

/** Everything that a member has of its own: papers of its membership, and a toolkit under way. */
export async function membersWork(
  tenant: Harness,
  firm: { memberId: string; email: string },
  toolkitId: string,
) {
  const { memberId } = firm;
  const system = tenant.context();
  const [letter] = (await readMember(system, { memberId })).letters;
  const [certificate] = await listMemberCertificates(system, { memberId });
  const files = await system.db.execute(sql`select id from membership_files where member_id = ${memberId}`);
  const own = { ...system, actor: await tenant.person(firm.email) };
  const adoption = await chooseToolkit(own, { memberId, toolkitId });
  const token = await createMemberToken(own, { memberId, name: "our own program" });
  const spare = await createMemberToken(own, { memberId, name: "to be ended" });
  const desk = `/member/toolkit/${adoption.id}`;
  const visitor = tenant.visitor();
  await visitor.signIn(firm.email);
  await visitor.open(`${desk}/steps/post-signs`);
  await visitor.submit(`${desk}/steps/post-signs`, { doneOn: "2026-10-30", evidence: photo() });
  await visitor.open(`${desk}/assessment`);
  const questions = [...visitor.seen.html.matchAll(/name="(answers\.[^"]+)"/g)].map(([, name = ""]) => name);
  await visitor.submit(
    `${desk}/assessment?item=where-we-stand`,
    Object.fromEntries(questions.map((name) => [name, "yes"])),
  );
  const assessment = visitor.seen.path;
  await visitor.open(`${desk}/policy`);
  await visitor.submit(`${desk}/policy?item=zero-tolerance`, policyAnswers);
  const policy = visitor.seen.path;
  if (!/asm_/.test(assessment) || !/pol_/.test(policy)) throw new Error(`not filled in: ${visitor.text}`);
  return {
    cookie: visitor.cookies,
    ...{ desk, assessment, policy, adoptionId: adoption.id, policyId: policy.split("/").at(-1) ?? "" },
    ...{ token: token.token, spareTokenId: spare.id },
    letterId: letter?.id ?? "",
    fileId: String(files[0]?.id ?? ""),
    certificateId: certificate?.id ?? "",
    certificateCode: certificate?.code ?? "",
  };
}

function photo(): File {
  const bytes = new Uint8Array(64);
  bytes.set([0xff, 0xd8, 0xff]);
  return new File([bytes], "sign.jpg", { type: "image/jpeg" });
}

export const policyAnswers = {
  "answers.organization": "Bay Oyster LLC",
  "answers.industry": "food",
  "answers.contractors": "yes",
  "answers.roles": ["public", "supervisors"],
  "answers.contact": "Inés Núñez, manager",
  "answers.training": "yearly",
  "answers.signer": "Beau Ladner, owner",
  "answers.effective": "2026-11-15",
  locale: "en",
};

/** The same, as the API is sent them. */
export function policySent() {
  const { locale, ...typed } = policyAnswers;
  const answers = Object.entries(typed).map(([name, value]) => [
    name.replace("answers.", ""),
    value === "yes" ? true : value,
  ]);
  return { item: "zero-tolerance", locale, answers: Object.fromEntries(answers) };
}
