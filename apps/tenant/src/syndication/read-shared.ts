import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery } from "../command.ts";
import { can } from "../identity/index.ts";
import { itemId } from "./model.ts";
import { findShared } from "./store.ts";

/** One item of ours that the network has. */
export const readSharedItem = defineQuery({
  name: "syndication.read-shared",
  input: z.object({ item: itemId }),
  load: async (context, { item }) => {
    const shared = await findShared(context.db, item);
    if (!shared) throw new DomainError("syndication.not-found", "not-found");
    return shared;
  },
  authorize: (actor) => can(actor, "network:read"),
  run: async (_context, _input, shared) => shared,
});
