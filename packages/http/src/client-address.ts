import { BlockList, isIP, isIPv6 } from "node:net";
import type { Context } from "hono";

export interface ClientAddress {
  readonly address: string;
  /** Whether the socket's other end is a trusted proxy. */
  readonly throughProxy: boolean;
}

/**
 * Reads the client's address. X-Forwarded-For counts only from a trusted proxy, and is read from the
 * right up to the first address that is not one: whatever stands further left anybody may have written.
 */
export function createAddressReader(trustedProxies: readonly string[]): (c: Context) => ClientAddress {
  const trusted = blockListOf(trustedProxies);
  const isTrusted = (address: string) => trusted.check(address, isIPv6(address) ? "ipv6" : "ipv4");
  return (c) => {
    const socket = socketAddress(c);
    if (!socket || !isTrusted(socket)) return { address: socket ?? "unknown", throughProxy: false };
    const hops = (c.req.header("x-forwarded-for") ?? "").split(",").map((hop) => plain(hop.trim()));
    let address = socket;
    for (const hop of hops.toReversed()) {
      if (isIP(hop) === 0) break;
      address = hop;
      if (!isTrusted(hop)) break;
    }
    return { address, throughProxy: true };
  };
}

/** What a limit counts by: an IPv4 address, or the /64 that one IPv6 household or host owns. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : new Array<string>(8 - left.length - right.length).fill("0");
  return `${[...left, ...zeros, ...right].slice(0, 4).join(":")}::/64`;
}

function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", prefix] = network.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/** `c.env.incoming` is the Node request that @hono/node-server hands over. */
function socketAddress(c: Context): string | undefined {
  const address: unknown = c.env?.incoming?.socket?.remoteAddress;
  return typeof address === "string" ? plain(address) : undefined;
}

/** An IPv4 address that came in through an IPv6 socket is written as IPv4. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
