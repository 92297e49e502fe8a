import { BlockList, isIP } from "node:net";

/** Addresses that no public server has (IANA special-purpose registries, RFC 6890). */
function specialPurpose(): BlockList {
  const list = new BlockList();
  const v4 = [
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.88.99.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 3],
  ] as const;
  for (const [net, prefix] of v4) list.addSubnet(net, prefix, "ipv4");
  return list;
}

const special = specialPurpose();

/** Whether an address is one that a server on the internet can have. IPv6 is only 2000::/3, less its tunnels and examples. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !special.check(address, "ipv4");
  if (version !== 6) return false;
  const [first = "", second = ""] = address.toLowerCase().split(":");
  const head = Number.parseInt(first, 16);
  if (!(head >= 0x2000 && head <= 0x3fff)) return false;
  const tunnel =
    first === "2002" || (first === "2001" && (second === "" || Number.parseInt(second, 16) < 0x200));
  return !tunnel && !(first === "2001" && second === "db8");
}

/** Whether a base URL of the registry may be called at all; names are checked again when they are resolved. */
export function isAllowedBase(baseUrl: string, development: boolean): boolean {
  if (development) return /^https?:\/\//.test(baseUrl);
  const { protocol, hostname } = new URL(baseUrl);
  const host = hostname.replace(/^\[|\]$/g, "");
  return protocol === "https:" && (isIP(host) === 0 || isPublicAddress(host));
}
