import { textIn } from "@concord/tenant";
import { Alert, type Site } from "@concord/ui";
import { messages } from "../messages.ts";
import { isBusy, type LobbyView } from "../view-data.ts";

/** What became of the reader's press on a switch; nothing where they pressed none. */
export function SwitchedNote({ site, view }: { site: Site; view: LobbyView }) {
  const t = messages.in(site.locale);
  const region = { code: view.region.code, status: view.region.status, name: regionName(site, view) };
  const turned = [...view.states, region].find(({ code }) => code === view.switched);
  if (!turned) return null;
  const { phase } = turned.status;
  const now = isBusy(turned) ? "starting" : phase === "ready" || phase === "stopped" ? phase : "failed";
  return (
    <Alert kind={now === "failed" ? "error" : "success"} announce>
      {t(`lobby.switched.${now}`, { state: turned.name })}
    </Alert>
  );
}

function regionName(site: Site, { deps }: LobbyView): string {
  return textIn(deps.file.region.name, site.locale);
}
