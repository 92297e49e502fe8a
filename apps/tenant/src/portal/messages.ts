import { join } from "node:path";
import { loadMessages } from "@concord/runtime";
import en from "./messages/en.ts";

/** Texts of the portal's frame, and of errors that any slice may report. */
export const messages = await loadMessages(join(import.meta.dirname, "messages"), en);
