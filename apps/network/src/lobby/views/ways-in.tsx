import { Section, type Site, Table } from "@concord/ui";
import { type TrialPerson, trialPeople } from "../../trial/trial-people.ts";
import { messages } from "../messages.ts";
import { instanceHref } from "../site.ts";
import type { LobbyView, StateLine } from "../view-data.ts";

/** Join, run, compare: three sections of text. */
export function WaysIn({ site, view }: { site: Site; view: LobbyView }) {
  const t = messages.in(site.locale);
  const { port } = view.deps.config;
  const regionHref = instanceHref(port, view.region.code, site.locale);
  return (
    <Section title={t("lobby.doors")}>
      <div class="cl-door">
        <h3>{t("lobby.door.join")}</h3>
        <div>
          <p>{t("lobby.door.join-body")}</p>
          <ul class="cl-inline">
            {view.states.map(({ code, name, status }) => (
              <li>
                {status.phase === "ready" ? (
                  <a href={instanceHref(port, code, site.locale, "/join")}>{name}</a>
                ) : (
                  name
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <div class="cl-door">
        <h3>{t("lobby.door.run")}</h3>
        <div>
          <p>{t("lobby.door.run-body")}</p>
          <p>
            <a href="#people">{t("lobby.door.run-link")}</a>
          </p>
        </div>
      </div>
      <div class="cl-door">
        <h3>{t("lobby.door.compare")}</h3>
        <div>
          <p>{t("lobby.door.compare-body")}</p>
          <p>
            <a href={regionHref}>{t("lobby.door.compare-link")}</a>
          </p>
        </div>
      </div>
    </Section>
  );
}

/** Whom one can sign in as, by state. */
export function SignIns({ site, view }: { site: Site; view: LobbyView }) {
  const t = messages.in(site.locale);
  const [first] = view.states;
  const roles = first ? trialPeople(first.code, view.deps.config).map(({ role }) => role) : [];
  return (
    <Section title={t("lobby.sign-ins")} tone="paper" id="people">
      <p>{t("lobby.sign-ins-lead")}</p>
      <Table
        caption={t("lobby.sign-ins")}
        captionHidden
        rows={view.states}
        columns={[
          { header: t("lobby.state"), cell: ({ name }) => name },
          ...roles.map((role) => ({
            header: t(`lobby.role.${role}`),
            cell: (line: StateLine) => <Person site={site} view={view} line={line} role={role} />,
          })),
        ]}
      />
    </Section>
  );
}

function Person(props: { site: Site; view: LobbyView; line: StateLine; role: TrialPerson["role"] }) {
  const { site, view, line, role } = props;
  const person = trialPeople(line.code, view.deps.config).find((one) => one.role === role);
  if (!person) return null;
  if (line.status.phase !== "ready")
    return (
      <div>
        {person.name} <span class="cl-under">{messages.in(site.locale)("lobby.not-running")}</span>
      </div>
    );
  const path = `/sign-in?email=${encodeURIComponent(person.email)}`;
  return <a href={instanceHref(view.deps.config.port, line.code, site.locale, path)}>{person.name}</a>;
}
