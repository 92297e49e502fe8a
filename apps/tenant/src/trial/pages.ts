import type { Context } from "../context.ts";
import { certificatesOf } from "../credentials/index.ts";
import { readMailbox } from "../notifications/index.ts";
import { findOfferedByName } from "../trainings/index.ts";

type Page = (context: Context, id: string, about: string) => Promise<string | undefined>;

const opened: Page = async (context, item) => {
  const [training] = await findOfferedByName(context.db, [item]);
  return training && `/trainings/${training.id}`;
};

/** Where one goes on from what was done, so that the tour can lead straight there. */
const pages: Readonly<Record<string, Page>> = {
  "membership.application-submitted": async (_context, id) => `/office/applications/${id}`,
  // The letter that tells the member.
  "membership.approved": async (context, id) => {
    const mails = await readMailbox(context, { about: { kind: "member", id } });
    const letter = mails.find(({ kind }) => kind === "membership.approval");
    return letter && `/mailbox/${letter.id}`;
  },
  // What the letter's reader can check.
  "notifications.opened": async (context, _id, about) => {
    const [certificate] = await certificatesOf(context.db, { memberId: about });
    return certificate && `/verify/${certificate.code}`;
  },
  "syndication.opened": async (_context, id) => `/office/network/incoming/${id}`,
  "syndication.adopted": opened,
  "syndication.overlay-edited": opened,
};

export async function pageOf(
  context: Context,
  action: string,
  id: string,
  about = "",
): Promise<string | undefined> {
  return pages[action]?.(context, id, about).catch(() => undefined);
}
