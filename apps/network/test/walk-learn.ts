import type { Visitor } from "@concord/testing";
import { post } from "./post.ts";

/** Somebody who is signed in takes the training on the open page: its one lesson, its one question, and the certificate. */
export async function takeTraining(learner: Visitor, name: string, locale: string): Promise<Uint8Array> {
  const { path } = learner.seen;
  const asked = learner.seen.html.includes('name="name"');
  await post(learner, `${bare(path)}/start`, { ...(asked ? { name } : {}), locale });
  const enrollment = bare(learner.seen.path);
  await learner.open(learner.link(/\/learn\/enr_\w+\/lessons\/[\w-]+$/));
  await post(learner, bare(learner.seen.path), {});
  await post(learner, `${enrollment}/quiz`, { "question-1": "option-2" });
  await learner.open(`${enrollment}/done`);
  if (learner.seen.status !== 200) throw new Error(`not done: ${learner.text}`);
  await learner.open("/learn");
  return certificateOn(learner);
}

/** The newest certificate that the open page offers. */
export async function certificateOn(learner: Visitor): Promise<Uint8Array> {
  const { status, bytes } = await learner.open(learner.link(/\/certificates\/crt_\w+\.pdf$/));
  if (status !== 200) throw new Error(`no certificate: ${status}`);
  return bytes;
}

/** The address without the language and the question, as the page's own forms have it. */
export function bare(path: string): string {
  return path.replace(/^\/(en|es)(?=\/)/, "").replace(/\?.*$/, "");
}
