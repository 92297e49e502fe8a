import type { FeedEpoch } from "@concord/federation";
import type { Translate } from "@concord/runtime";
import { type Difference, fingerprint } from "@concord/stewardship";
import type { Site } from "@concord/ui";
import type en from "../messages/en.ts";
import { messages } from "../messages.ts";
import type { Changes } from "../read-document.ts";

type T = Translate<keyof typeof en>;

/** What a document changes, in plain words. */
export function ChangeList({ site, changes }: { site: Site; changes: Changes }) {
  const t = messages.in(site.locale);
  if (changes.of === "root") return <RoleList t={t} roles={changes.roles} />;
  if (changes.differences.length === 0) return <p>{t("change.none")}</p>;
  return (
    <ul class="usa-list region-changes">
      {changes.differences.map((difference) => (
        <Change t={t} difference={difference} />
      ))}
    </ul>
  );
}

function Change({ t, difference }: { t: T; difference: Difference }) {
  const { what } = difference;
  if (what === "joins") {
    const { code, name, baseUrl, roles, epochs } = difference.member;
    return (
      <li>
        <strong>{t("change.joins", { name, code })}</strong>
        <ul>
          <li>{t("change.joins.address", { address: baseUrl })}</li>
          <li>{roles.map((role) => t(`role.${role}`)).join(", ")}</li>
          {epochs.map((epoch) => (
            <Keys t={t} epoch={epoch} />
          ))}
        </ul>
      </li>
    );
  }
  if (what === "epoch") {
    const { code, epoch } = difference;
    return (
      <li>
        <strong>{t("change.epoch", { code, epoch: epoch.epoch })}</strong>
        <ul>
          <Keys t={t} epoch={epoch} />
        </ul>
      </li>
    );
  }
  return <li>{sentence(t, difference)}</li>;
}

type Short = Exclude<Difference, { what: "joins" | "epoch" }>;

function sentence(t: T, difference: Short): string {
  const { what, code } = difference;
  if (what === "status") return t(`change.status.${difference.is}`, { code });
  if (what === "epoch-taken-out") return t("change.epoch-taken-out", { code, number: difference.number });
  if (what === "group") {
    const { name, joins, leaves } = difference;
    if (joins.length + leaves.length === 0) return t("change.group-name", { code, name });
    const counts = { joins: joins.length, leaves: leaves.length };
    return t("change.group", { name, ...counts, joining: joins.join(", "), leaving: leaves.join(", ") });
  }
  if (what === "name" || what === "address" || what === "roles") {
    return t(`change.${what}`, { code, is: difference.is, was: difference.was });
  }
  return t(`change.${what}`, { code });
}

function Keys({ t, epoch: { keys, close } }: { t: T; epoch: FeedEpoch }) {
  return (
    <>
      {keys.map(({ jwk, from, to }) => (
        <li>
          {to === undefined
            ? t("change.key", { key: fingerprint(jwk.kid), from })
            : t("change.key-to", { key: fingerprint(jwk.kid), from, to })}
        </li>
      ))}
      {close && <li>{t(`change.close.${close.cause}`, { seq: close.seq })}</li>}
    </>
  );
}

function RoleList({ t, roles }: { t: T; roles: Extract<Changes, { of: "root" }>["roles"] }) {
  return (
    <ul class="usa-list region-changes">
      {roles.map(({ role, threshold, keys, takenOut }) => (
        <li>
          <strong>{t(`change.role.${role}`, { threshold, keys: keys.length })}</strong>
          <ul>
            {keys.map(({ kid, isNew }) => (
              <li>
                <span class="region-code">{fingerprint(kid)}</span> (
                {t(isNew ? "change.role.new" : "change.role.stays")})
              </li>
            ))}
            {takenOut.map((kid) => (
              <li>
                <span class="region-code">{fingerprint(kid)}</span> ({t("change.role.out")})
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
