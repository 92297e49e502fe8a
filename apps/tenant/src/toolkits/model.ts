import type {
  BlobRef,
  Overlay,
  PolicyAnswers,
  PolicyTemplate,
  Text,
  ToolkitBody,
  ToolkitItem,
} from "@concord/content";
import { isKnownItem } from "@concord/content";
import type { Day } from "@concord/runtime";
import { z } from "zod";

/** `withdrawn` takes no new members, but whoever chose it goes on; `recalled` is taken away at once. */
export type ToolkitStatus = "published" | "withdrawn" | "recalled";

/** A toolkit without its body: what lists show. */
export interface Toolkit {
  readonly id: string;
  readonly source: "own" | "adopted";
  readonly status: ToolkitStatus;
  readonly slug: string | null;
  /** Its id in the network: given on publication, or brought by adoption. */
  readonly item: string | null;
  readonly feed: string | null;
  readonly revision: number;
  /** The revision the network knows of an own toolkit. */
  readonly networkRevision: number | null;
  readonly title: Text;
  readonly summary: Text;
  readonly audience: Text;
  readonly languages: readonly string[];
  /** NAICS codes it is made for; none means every business. */
  readonly sectors: readonly string[];
  readonly stepIds: readonly string[];
  readonly attribution: string | null;
  readonly licence: string | null;
  readonly reason: string | null;
  /** What this office keeps as its own on adopted material; no update writes to it. */
  readonly overlay: Overlay | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface StoredToolkit extends Toolkit {
  readonly body: ToolkitBody | null;
  readonly blobs: readonly BlobRef[];
}

export interface Adoption {
  readonly id: string;
  readonly memberId: string;
  readonly toolkitId: string;
  readonly chosenAt: Date;
}

export interface StepDone {
  readonly adoptionId: string;
  readonly step: string;
  readonly doneOn: Day;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly recordedAt: Date;
}

export interface Assessment {
  readonly id: string;
  readonly adoptionId: string;
  readonly item: string;
  readonly revision: number;
  readonly answers: Readonly<Record<string, string>>;
  readonly percent: number;
  readonly level: string;
  readonly takenAt: Date;
}

export interface StoredPolicy {
  readonly id: string;
  readonly adoptionId: string;
  readonly item: string;
  readonly revision: number;
  readonly template: PolicyTemplate;
  readonly answers: PolicyAnswers;
  readonly version: number;
  readonly company: string;
  readonly locale: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Null while it is a draft; an adopted policy is never changed, a new version is made. */
  readonly adoptedOn: Day | null;
  readonly adoptedBy: string | null;
  readonly position: string | null;
}

export const toolkitId = z.string().startsWith("tkt_", "toolkits.not-found").max(60);
export const adoptionId = z.string().startsWith("tka_", "toolkits.adoption-not-found").max(60);
export const policyId = z.string().startsWith("pol_", "toolkits.policy-not-found").max(60);
export const memberId = z.string().startsWith("mem_").max(60);
export const partId = z.string().min(1).max(64);

export function factsOf(body: ToolkitBody) {
  const { title, summary, audience, languages, sectors, path } = body;
  return { title, summary, audience, languages, sectors, stepIds: path.map(({ id }) => id) };
}

/** How far a member is on the path as it is now; a step that a later revision dropped counts for nothing. */
export function progressOf(stepIds: readonly string[], done: readonly Pick<StepDone, "step">[]) {
  const ticked = stepIds.filter((id) => done.some(({ step }) => step === id)).length;
  return { done: ticked, total: stepIds.length, finished: stepIds.length > 0 && ticked === stepIds.length };
}

type ItemOf<K extends ToolkitItem["type"]> = Extract<ToolkitItem, { type: K }>;

/** The toolkit's items of one type, in order. */
export function itemsOf<K extends ToolkitItem["type"]>(body: ToolkitBody, type: K): ItemOf<K>[] {
  return body.items.filter((item): item is ItemOf<K> => isKnownItem(item) && item.type === type);
}

/** The language something is shown in: the one asked for where it really exists. */
export function languageFor(languages: readonly string[], wanted: string): string {
  return languages.includes(wanted) ? wanted : (languages[0] ?? wanted);
}
