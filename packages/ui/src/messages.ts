import { join } from "node:path";
import { loadMessages } from "@concord/runtime";
import en from "./messages/en.ts";

/** What the frame of every page says, in every language the product has. */
export const messages = await loadMessages(join(import.meta.dirname, "messages"), en);
export type ChromeKey = keyof typeof en;
