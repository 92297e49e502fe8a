import { join } from "node:path";
import { loadMessages } from "@concord/runtime";
import en from "./messages/en.ts";

export const messages = await loadMessages(join(import.meta.dirname, "messages"), en);
