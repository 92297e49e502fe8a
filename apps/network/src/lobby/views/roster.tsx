import { writeMoment, writeNumber } from "@concord/runtime";
import { type Profile, textIn } from "@concord/tenant";
import { Alert, type Column, Section, type Site, StatusTag, Table } from "@concord/ui";
import type { Phase } from "../../instances/instance.ts";
import { messages } from "../messages.ts";
import { monthText } from "../month-text.ts";
import { instanceHref } from "../site.ts";
import type { LobbyView, StateLine } from "../view-data.ts";
import { LookAgain } from "./look-again.tsx";
import { SwitchForm } from "./switch-form.tsx";
import { SwitchedNote } from "./switched-note.tsx";

const looks: Record<Phase, "good" | "waiting" | "stopped" | "attention"> = {
  waiting: "waiting",
  starting: "waiting",
  filling: "waiting",
  ready: "good",
  stopped: "stopped",
  failed: "attention",
};

/** A state, or the region, which is nobody's state. */
type Line = Omit<StateLine, "profile"> & { readonly profile?: Profile };

/** Who is in the network, where each stands, and the seat that waits. */
export function Roster({ site, view }: { site: Site; view: LobbyView }) {
  const t = messages.in(site.locale);
  const { states, region, busy, deps } = view;
  const lines: Line[] = [
    ...states,
    { code: region.code, name: textIn(deps.file.region.name, site.locale), status: region.status },
  ];
  const ready = lines.filter(({ status }) => status.phase === "ready").length;
  return (
    <Section title={t("lobby.states")} id="states">
      <SwitchedNote site={site} view={view} />
      {busy && (
        <Alert kind="info">
          {t("lobby.starting", { ready, all: lines.length })} <LookAgain site={site} />
        </Alert>
      )}
      {lines.some(({ status }) => status.phase === "failed") && (
        <Alert kind="error">{t("lobby.failed-note")}</Alert>
      )}
      <Table caption={t("lobby.states")} captionHidden rows={lines} columns={columns(site, view)} />
      <p class="cl-note">{t("lobby.switch-note")}</p>
      {deps.file.openSeats > 0 && (
        <div class="cl-seat">
          <h3>{t("lobby.seat")}</h3>
          <p>{t("lobby.seat-body")}</p>
          <p>{t("lobby.seat-how")}</p>
        </div>
      )}
    </Section>
  );
}

function columns(site: Site, { look, deps }: LobbyView): Column<Line>[] {
  const t = messages.in(site.locale);
  return [
    {
      header: t("lobby.state"),
      cell: ({ code, name, profile }) => (
        <span class="cl-state">
          <img src={profile ? `/emblems/${code}.svg` : "/emblem.svg"} alt="" width="44" height="44" />
          {name}
        </span>
      ),
    },
    {
      header: t("lobby.program"),
      cell: (line) => <Program site={site} line={line} port={deps.config.port} />,
    },
    {
      header: t("lobby.members"),
      numeric: true,
      cell: ({ code, profile }) => {
        if (!profile) return "";
        const members = look.members.get(code);
        return members === undefined ? t("lobby.members-unknown") : writeNumber(members, site.locale);
      },
    },
    {
      header: t("lobby.verified"),
      cell: ({ code, profile }) => {
        if (!profile) return t("lobby.region-verifies");
        const { at, entries = 0 } = look.verified.get(code) ?? {};
        if (!at) return t("lobby.verified-not");
        const when = writeMoment(new Date(at), {
          locale: site.locale,
          timeZone: profile.jurisdiction.timeZones.default,
        });
        return t("lobby.verified-at", { at: when, entries });
      },
    },
    { header: t("lobby.standing"), cell: (line) => <Standing site={site} line={line} /> },
    { header: t("lobby.switch"), cell: (line) => <SwitchForm site={site} {...line} /> },
  ];
}

function Program({ site, line, port }: { site: Site; line: Line; port: number }) {
  const { code, profile, status } = line;
  const t = messages.in(site.locale);
  const name = profile ? textIn(profile.program.name, site.locale) : t("lobby.region");
  return (
    <div>
      {status.phase === "ready" ? <a href={instanceHref(port, code, site.locale)}>{name}</a> : name}
      <span class="cl-under">{profile ? sinceText(profile, site.locale) : t("lobby.region-does")}</span>
    </div>
  );
}

function sinceText({ program }: Profile, locale: string): string {
  const { acronym, launched } = program;
  if (!launched) return acronym;
  return messages.in(locale)("lobby.since", { acronym, since: monthText(launched, locale) });
}

function Standing({ site, line }: { site: Site; line: Pick<StateLine, "name" | "status"> }) {
  const t = messages.in(site.locale);
  const { phase, progress = 0 } = line.status;
  const percent = Math.floor(progress * 100);
  return (
    <div>
      <StatusTag status={looks[phase]}>{t(`lobby.phase.${phase}`, { percent })}</StatusTag>
      {phase === "filling" && (
        <progress
          class="cl-progress"
          aria-label={t("lobby.progress", { state: line.name })}
          value={String(percent)}
          max="100"
        />
      )}
    </div>
  );
}
