import { fillPolicy, textIn } from "@concord/content";
import { type Policy, policyDocx, policyPdf } from "@concord/documents";
import { addMonths } from "@concord/runtime";
import type { Tenant } from "../context.ts";
import { letterheadOf, tokensOf } from "../profile/index.ts";
import { messages } from "./messages.ts";
import { languageFor, type StoredPolicy } from "./model.ts";

/** What a policy is printed as. */
export const policyFormats = ["pdf", "docx"] as const;
export type PolicyFormat = (typeof policyFormats)[number];

const mediaTypes: Record<PolicyFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** The policy in the program's brand, in any language that its template has. */
export async function printPolicy(
  tenant: Tenant,
  policy: StoredPolicy,
  format: PolicyFormat,
  locale: string,
) {
  const model = policyModel(tenant, policy, locale);
  const bytes = format === "pdf" ? await policyPdf(model) : await policyDocx(model);
  return { bytes: new Uint8Array(bytes), mediaType: mediaTypes[format] };
}

/** The filled text as headings, paragraphs and lists, for a page as for print. */
export function policyText(tenant: Tenant, policy: StoredPolicy, wanted: string) {
  const locale = languageFor(policy.template.languages, wanted);
  return fillPolicy(policy.template, policy.answers, locale, tokensOf(tenant.profile, locale));
}

function policyModel(tenant: Tenant, policy: StoredPolicy, wanted: string): Policy {
  const { title, language, blocks } = policyText(tenant, policy, wanted);
  const t = messages.in(language);
  const { adoptedBy, position, adoptedOn } = policy;
  return {
    ...letterheadOf(tenant.profile, language),
    title,
    company: policy.company,
    blocks,
    adoption: {
      name: adoptedBy ?? undefined,
      position: position ?? undefined,
      ...(adoptedOn && { adoptedOn, nextReview: addMonths(adoptedOn, 12) }),
    },
    version: String(policy.version),
    attribution: t("document.attribution", { template: textIn(policy.template.title, language) }),
    licence: t("document.licence"),
  };
}
