import { join } from "node:path";
import { loadMessages } from "@concord/runtime";
import en from "./messages/en.ts";

/** What a member refuses or cannot do now, by its code, with the way to mend it. */
export const messages = await loadMessages(join(import.meta.dirname, "messages"), en);
