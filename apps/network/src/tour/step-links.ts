import { localHref, type Site } from "@concord/ui";
import { instanceHref } from "../lobby/site.ts";
import { type TrialPerson, trialPeople } from "../trial/trial-people.ts";
import type { Part, StepName } from "./tour-model.ts";

export interface StepLink {
  readonly href: string;
  /** Which instance it opens; a link to one that is off would lead nowhere. */
  readonly code: string;
  /** Whose page it is. */
  readonly officer?: TrialPerson;
  /** Whether it begins with signing in. */
  readonly signsIn?: true;
}

interface Scene {
  readonly site: Site;
  readonly port: number;
  readonly cast: Readonly<Record<Part, string>>;
  readonly region: string;
}

/** The pages on which a step is done, in their order. */
export function stepLinks(step: StepName, { site, port, cast, region }: Scene): StepLink[] {
  const to = (code: string, path: string): StepLink => ({
    code,
    href: instanceHref(port, code, site.locale, path),
  });
  const inOffice = (code: string, path: string): StepLink => {
    const officer = trialPeople(code).find(({ role }) => role === "officer");
    return { ...to(code, path), ...(officer ? { officer } : {}) };
  };
  /** By way of signing in, where it comes first at that state. */
  const asOfficer = (code: string, path: string): StepLink => {
    const { officer } = inOffice(code, path);
    const back = localHref({ locales: ["en", "es"], locale: site.locale }, path);
    const query = new URLSearchParams({ email: officer?.email ?? "", to: back });
    return { ...inOffice(code, `/sign-in?${query}`), signsIn: true };
  };
  const { host, adopter } = cast;
  const links: Record<StepName, StepLink[]> = {
    apply: [to(host, "/join")],
    approve: [asOfficer(host, "/office/applications"), to(host, "/mailbox")],
    verify: [inOffice(host, "/office/members"), to(host, "/verify")],
    adopt: [asOfficer(adopter, "/office/network/incoming")],
    alone: [to(adopter, "/trainings")],
    figures: [inOffice(host, "/office/figures"), to(region, "/")],
  };
  return links[step];
}
