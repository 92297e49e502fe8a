import { fingerprint } from "@concord/stewardship";
import { type Site, Timeline } from "@concord/ui";
import { messages } from "../messages.ts";
import type { DeskAct } from "../model.ts";

/** Who signed what and when, by the keys alone. */
export function History({ site, acts }: { site: Site; acts: readonly DeskAct[] }) {
  const t = messages.in(site.locale);
  if (acts.length === 0) return <p>{t("desk.history.none")}</p>;
  return (
    <Timeline
      time
      items={acts.map(({ at, act, document, version, kid }) => ({
        at,
        heading: t(`act.${act}`, {
          key: kid === null ? "" : fingerprint(kid),
          what: t(`act.what.${document}`, { version }),
        }),
      }))}
    />
  );
}
