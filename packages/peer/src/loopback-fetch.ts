import type { LookupFunction } from "node:net";
import { fetchWithLookup } from "./node-fetch.ts";

/** For development on one machine only: every `*.localhost` is 127.0.0.1, with its own Host header; nothing else is called. */
export function loopbackFetch(): typeof fetch {
  return fetchWithLookup(loopback);
}

const loopback: LookupFunction = (hostname, options, callback) => {
  const local = hostname === "localhost" || hostname.endsWith(".localhost");
  if (!local) callback(new Error("not a name of this machine"), "", 0);
  else if (options.all) callback(null, [{ address: "127.0.0.1", family: 4 }]);
  else callback(null, "127.0.0.1", 4);
};
