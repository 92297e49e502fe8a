import postgres from "postgres";

/**
 * Opens a postgres.js client. Besides ordinary URLs it takes a Unix socket as libpq writes it:
 * the socket's folder percent-encoded in place of the host, `postgres://user@%2Ftmp%2Ffolder/database`.
 */
export function connect(
  url: string,
  options: postgres.Options<Record<string, postgres.PostgresType>> = {},
): postgres.Sql {
  const host = new URL(url).hostname;
  const socket = /^%2f/i.test(host) ? { host: decodeURIComponent(host) } : {};
  return postgres(url, { onnotice: () => {}, ...options, ...socket });
}

export function socketUrl(folder: string, user: string, database: string): string {
  return `postgres://${user}@${encodeURIComponent(folder)}/${encodeURIComponent(database)}`;
}
