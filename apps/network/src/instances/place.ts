import { join } from "node:path";

/** Where one member of the trial lives. */
export interface Place {
  readonly code: string;
  readonly origin: string;
  /** Its own folder: keys, files and, without a shared server, its database. */
  readonly folder: string;
  readonly networkFolder: string;
  readonly empty: boolean;
  readonly little: boolean;
  /** Where its pages link back to. */
  readonly lobbyUrl: string;
}

export interface PlaceSettings {
  readonly dataDir: string;
  readonly port: number;
  readonly empty: boolean;
  readonly little: boolean;
}

/** The origin of a member, or of the lobby (`""`), as browsers write it: the usual port is left out. */
export function originOf(code: string, port: number): string {
  return new URL(`http://${code ? `${code}.` : ""}localhost:${port}`).origin;
}

/** A tenant's code in the registry. */
export function memberCode(code: string): string {
  return `us-${code}`;
}

export function placeOf(code: string, settings: PlaceSettings): Place {
  return {
    code,
    origin: originOf(code, settings.port),
    folder: join(settings.dataDir, "tenants", code),
    networkFolder: join(settings.dataDir, "network"),
    empty: settings.empty,
    little: settings.little,
    lobbyUrl: originOf("", settings.port),
  };
}

/** The region has a folder beside the tenants'. */
export function regionPlace(code: string, settings: PlaceSettings): Place {
  return { ...placeOf(code, settings), folder: join(settings.dataDir, "region") };
}
