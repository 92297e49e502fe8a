import { DomainError } from "@concord/runtime";
import { type FormValues, localHref } from "@concord/ui";
import { Hono } from "hono";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, readForm } from "../portal/forms.ts";
import { discreetFileName } from "../profile/index.ts";
import { readAdoption } from "./adoption.ts";
import { messages } from "./messages.ts";
import { itemsOf, languageFor } from "./model.ts";
import { adoptPolicy, readPolicy, savePolicy } from "./policies.ts";
import { policyFormats, policyText, printPolicy } from "./policy-document.ts";
import { answersOfForm, formOfAnswers } from "./policy-form.ts";
import { todayOf } from "./steps.ts";
import type { FormState } from "./views/frame.ts";
import { PolicyFormPage } from "./views/policy-form-page.tsx";
import { PolicyPage } from "./views/policy-page.tsx";
import { renderOptionsOf } from "./views/words.tsx";

const builder = "/member/toolkit/:id{tka_[0-9a-f]+}/policy";
const one = `${builder}/:policy{pol_[0-9a-f]+}`;

/** The policy builder: questions, the text, the files, and the record of adoption. */
export function policyPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get(builder, (c) => showForm(c, {}));
  app.post(builder, save);
  app.get(one, (c) => showPolicy(c, {}));
  app.post(`${one}/adopt`, async (c) => {
    const { policy } = await policyOf(c);
    const { values } = await readForm(c);
    const done = await attempt(c, [messages], () =>
      adoptPolicy(c.get("context"), {
        policyId: policy.id,
        adoptedBy: text(values.adoptedBy),
        position: text(values.position),
        adoptedOn: text(values.adoptedOn),
      }),
    );
    if (!done.ok) return showPolicy(c, { values, errors: done.errors }, done.status);
    return goTo(c, `/member/toolkit/${policy.adoptionId}/policy/${policy.id}`);
  });
  app.get(`${one}/:file{policy\\.[a-z]+}`, download);
  return app;
}

async function showForm(c: PortalContext, state: FormState, status?: 409 | 422) {
  const context = c.get("context");
  const { open, item } = await templateOf(c);
  const made = open.policies.find((policy) => policy.item === item.id);
  const before = made && (await readPolicy(context, { policyId: made.id })).policy;
  // The library's own templates ask for the business under these names.
  const known = { organization: open.member.legalName, buyer: open.member.legalName };
  const values: FormValues = {
    locale: before?.locale ?? languageFor(item.template.languages, context.locale),
    ...formOfAnswers(before?.answers ?? known),
  };
  const page = (
    <PolicyFormPage
      {...frame(c)}
      open={open}
      item={item}
      state={{ ...state, values: state.values ?? values }}
    />
  );
  return c.html(page, status ?? 200);
}

async function save(c: PortalContext): Promise<Response> {
  const { open, item } = await templateOf(c);
  const { values } = await readForm(c);
  const adoptionId = open.adoption.id;
  const answers = answersOfForm(item.template, values);
  const done = await attempt(c, [messages], () =>
    savePolicy(c.get("context"), {
      adoptionId,
      item: item.id,
      locale: text(values.locale),
      answers: answers as Record<string, string | boolean | string[]>,
    }),
  );
  if (!done.ok) return showForm(c, { values, errors: done.errors }, done.status);
  return goTo(c, `/member/toolkit/${adoptionId}/policy/${done.value.id}`);
}

async function showPolicy(c: PortalContext, state: FormState, status?: 409 | 422) {
  const context = c.get("context");
  const { policy } = await policyOf(c);
  const open = await readAdoption(context, { adoptionId: policy.adoptionId });
  const document = policyText(context.tenant, policy, context.locale);
  const today = todayOf(context);
  return c.html(
    <PolicyPage {...frame(c)} open={open} policy={policy} document={document} today={today} state={state} />,
    status ?? 200,
  );
}

async function download(c: PortalContext): Promise<Response> {
  const { tenant } = c.get("context");
  const { policy } = await policyOf(c);
  const format = policyFormats.find((known) => c.req.param("file") === `policy.${known}`);
  const language = c.req.query("lang") ?? policy.locale;
  if (!format || !policy.template.languages.includes(language))
    throw new DomainError("toolkits.policy-not-found", "not-found");
  const { bytes, mediaType } = await printPolicy(tenant, policy, format, language);
  const name = discreetFileName(tenant.profile, `${policy.item} ${policy.version} ${language}`, format);
  c.header("Content-Type", mediaType);
  c.header("Cache-Control", "private, no-store");
  c.header("Content-Disposition", `attachment; filename="${name}"`);
  return c.body(bytes);
}

/** The adoption and its template: the one asked for, else the first. */
async function templateOf(c: PortalContext) {
  const open = await readAdoption(c.get("context"), { adoptionId: c.req.param("id") ?? "" });
  const all = itemsOf(open.body, "policy-template");
  const asked = c.req.query("item");
  const item = asked ? all.find(({ id }) => id === asked) : all[0];
  if (!item) throw new DomainError("toolkits.item-not-found", "not-found");
  return { open, item };
}

/** The policy, which must be one of the adoption in the address. */
async function policyOf(c: PortalContext) {
  const found = await readPolicy(c.get("context"), { policyId: c.req.param("policy") ?? "" });
  if (found.policy.adoptionId !== c.req.param("id"))
    throw new DomainError("toolkits.policy-not-found", "not-found");
  return found;
}

function frame(c: PortalContext) {
  const { tenant, locale } = c.get("context");
  return { site: c.get("site"), tenant, options: renderOptionsOf(tenant, locale) };
}

function goTo(c: PortalContext, path: string): Response {
  return c.redirect(localHref(c.get("site"), path), 303);
}

function text(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
