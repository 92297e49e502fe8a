import type { RegistryMember } from "@concord/federation";
import type { Region } from "../context.ts";
import { readRegistry } from "./read-registry.ts";

/** Everybody whom the registry names, in its order. */
export async function readMembers(region: Region): Promise<RegistryMember[]> {
  return (await readRegistry(region)).registry.members;
}
