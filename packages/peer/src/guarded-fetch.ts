import { lookup as resolve } from "node:dns";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./address-rules.ts";
import { fetchWithLookup } from "./node-fetch.ts";

/** The fetch of production: a name that resolves to a private address, also later, is refused (SSRF, DNS rebinding). */
export function guardedFetch(): typeof fetch {
  return fetchWithLookup(publicOnly);
}

const publicOnly: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    const allowed = error ? [] : addresses.filter((one) => isPublicAddress(one.address));
    const [first] = allowed;
    if (!first) callback(error ?? new Error("no public address"), "", 0);
    else if (options.all) callback(null, allowed);
    else callback(null, first.address, first.family);
  });
};
