import { join } from "node:path";

/** Where one member of the trial lives. */
export interface Place {
  readonly code: string;
  readonly origin: string;
  /** Its own folder: keys, files and, without a shared server, its database. */
  readonly folder: string;
  readonly networkFolder: string;
  readonly empty: boolean;
  /** Where its pages link back to. */
  readonly lobbyUrl: string;
}

export interface PlaceSettings {
  readonly dataDir: string;
  readonly port: number;
  readonly empty: boolean;
}

export function placeOf(code: string, settings: PlaceSettings): Place {
  return {
    code,
    origin: `http://${code}.localhost:${settings.port}`,
    folder: join(settings.dataDir, "tenants", code),
    networkFolder: join(settings.dataDir, "network"),
    empty: settings.empty,
    lobbyUrl: `http://localhost:${settings.port}`,
  };
}

/** The region has a folder beside the tenants'. */
export function regionPlace(code: string, settings: PlaceSettings): Place {
  return { ...placeOf(code, settings), folder: join(settings.dataDir, "region") };
}
