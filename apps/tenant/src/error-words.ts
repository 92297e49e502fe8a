import type { DescribeCode } from "@concord/http";
import { peerMessages } from "@concord/peer";
import { type MessageSource, paramsForWords } from "@concord/runtime";
import { messages as audit } from "./audit/messages.ts";
import { messages as ceremonies } from "./ceremonies/messages.ts";
import { messages as credentials } from "./credentials/messages.ts";
import { messages as education } from "./education/messages.ts";
import { messages as identity } from "./identity/messages.ts";
import { messages as membership } from "./membership/messages.ts";
import { messages as notifications } from "./notifications/messages.ts";
import { messages as records } from "./records/messages.ts";
import { messages as statistics } from "./statistics/messages.ts";
import { messages as syndication } from "./syndication/messages.ts";
import { messages as toolkits } from "./toolkits/messages.ts";
import { messages as trainings } from "./trainings/messages.ts";

/** By the first part of a code, which names its slice or the package that gives it. */
const catalogs: ReadonlyMap<string, MessageSource> = new Map<string, MessageSource>([
  ["audit", audit],
  ["ceremonies", ceremonies],
  ["credentials", credentials],
  ["education", education],
  ["federation", peerMessages],
  ["identity", identity],
  ["membership", membership],
  ["notifications", notifications],
  ["peer", peerMessages],
  ["records", records],
  ["statistics", statistics],
  ["syndication", syndication],
  ["toolkits", toolkits],
  ["trainings", trainings],
]);

/** What a code of the domain means, in the words that the portal has for it; undefined where its kind says enough. */
export const describeError: DescribeCode = (code, params, locale) => {
  const [slice = ""] = code.split(".");
  try {
    return catalogs.get(slice)?.find(locale, code, paramsForWords(params));
  } catch {
    // The page of a code has no occasion, and so no values for a sentence that needs some.
    return undefined;
  }
};
