import { Alert, Button, Form, localHref, type Site } from "@concord/ui";
import { messages } from "../messages.ts";
import type { KeyView } from "../read-key.ts";
import type { restoreOwnFeed } from "../restore-own-feed.ts";
import { LastEntry } from "./stolen-section.tsx";

export interface RestoreSectionProps {
  readonly site: Site;
  readonly view: KeyView;
  /** What was just found. */
  readonly restored?: Awaited<ReturnType<typeof restoreOwnFeed>> | undefined;
}

const kinds = {
  "in-order": "success",
  restored: "success",
  "close-epoch": "warning",
  "new-key": "warning",
  unreachable: "error",
  "not-ours": "error",
} as const;

/** The database came from a backup and lacks what we had signed: the others give it back. */
export function RestoreSection({ site, view, restored }: RestoreSectionProps) {
  const t = messages.in(site.locale);
  const { halted } = view.feed;
  const behind = halted && halted.source !== "office";
  return (
    <>
      <h2 id="restored">{t("restore.title")}</h2>
      {behind && (
        <Alert kind="error" heading={t("restore.behind")} level={3}>
          {t("restore.behind-why", { seq: halted.seq, have: view.feed.size })}
        </Alert>
      )}
      <p>{t("restore.why")}</p>
      {restored && (
        <Alert kind={kinds[restored.state]} heading={t(`restore.state.${restored.state}`)} level={3} announce>
          <p>{t(`restore.do.${restored.state}`)}</p>
          <p>{t("restore.counts", { recovered: restored.recovered, missing: restored.missing })}</p>
          {restored.lostThrough !== undefined && (
            <p>{t("restore.lost", { from: restored.seq + 1, through: restored.lostThrough })}</p>
          )}
          {(restored.state === "close-epoch" || restored.state === "not-ours") && (
            <LastEntry site={site} seq={restored.seq} head={restored.head} />
          )}
        </Alert>
      )}
      <Form action={localHref(site, "/office/network/key/restore")} plain>
        <Button look={behind ? "primary" : "outline"}>{t("restore.go")}</Button>
      </Form>
    </>
  );
}
