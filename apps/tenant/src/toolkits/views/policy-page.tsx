import { type PolicyDocument, wordsIn } from "@concord/content";
import { addMonths } from "@concord/runtime";
import {
  Actions,
  Alert,
  Breadcrumb,
  Button,
  ButtonLink,
  DateField,
  DescriptionList,
  Form,
  localHref,
  PageHeading,
  TextField,
} from "@concord/ui";
import { MemberPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { StoredPolicy } from "../model.ts";
import type { AdoptionFrame, FormState } from "./frame.ts";
import { PolicyText } from "./policy-text.tsx";
import { dayText, languagesText, languageText } from "./words.tsx";

type Props = AdoptionFrame & {
  readonly policy: StoredPolicy;
  readonly document: PolicyDocument;
  readonly today: string;
  readonly state: FormState;
};

/** A filled policy: its text, its files, and who adopted it when. */
export function PolicyPage(props: Props) {
  const { site, open, policy, document, options, state } = props;
  const t = messages.in(site.locale);
  const home = localHref(site, `/member/toolkit/${open.adoption.id}`);
  const form = `${home}/policy?item=${policy.item}`;
  const draft = policy.adoptedOn === null;
  const version = { version: policy.version };
  const crumbs = [
    { label: wordsIn(open.body.title, options), href: home },
    { label: document.title, href: "" },
  ];
  return (
    <MemberPage site={site} title={document.title} failed={state.errors !== undefined}>
      <Breadcrumb items={crumbs} />
      <PageHeading
        title={document.title}
        over={t(draft ? "policy.draft" : "policy.version", version)}
        lead={policy.company}
        actions={
          <ButtonLink href={form} look="outline">
            {t(draft ? "policy.edit" : "policy.new-version")}
          </ButtonLink>
        }
      />
      {draft && (
        <Alert>
          <p>{t("policy.draft-note")}</p>
        </Alert>
      )}
      <Facts {...props} />
      <Downloads {...props} />
      <h2>{t("policy.text")}</h2>
      <PolicyText document={document} locale={site.locale} level={3} />
      {draft && <Adoption {...props} />}
    </MemberPage>
  );
}

function Facts({ site, policy }: Props) {
  const t = messages.in(site.locale);
  const { adoptedBy, position, adoptedOn, locale } = policy;
  const signed = [adoptedBy, position].filter((part) => part !== null).join(", ");
  return (
    <DescriptionList
      items={[
        { term: t("policy.in"), detail: languagesText([locale], site.locale) },
        ...(adoptedOn
          ? [
              { term: t("policy.adopted-by"), detail: signed },
              { term: t("policy.adopted-on"), detail: dayText(adoptedOn, site.locale) },
              { term: t("policy.review"), detail: dayText(addMonths(adoptedOn, 12), site.locale) },
            ]
          : []),
      ]}
    />
  );
}

function Downloads({ site, open, policy }: Props) {
  const t = messages.in(site.locale);
  const home = localHref(site, `/member/toolkit/${open.adoption.id}/policy/${policy.id}`);
  const { languages } = policy.template;
  const ordered = [policy.locale, ...languages.filter((code) => code !== policy.locale)];
  return (
    <>
      <h2>{t("policy.download")}</h2>
      {ordered.map((code) => {
        const language = languageText(code, site.locale);
        return (
          <Actions>
            <ButtonLink
              href={`${home}/policy.docx?lang=${code}`}
              look={code === policy.locale ? "primary" : "outline"}
            >
              {t("policy.docx", { language })}
            </ButtonLink>
            <ButtonLink href={`${home}/policy.pdf?lang=${code}`} look="outline">
              {t("policy.pdf", { language })}
            </ButtonLink>
          </Actions>
        );
      })}
    </>
  );
}

function Adoption({ site, open, policy, today, state }: Props) {
  const t = messages.in(site.locale);
  const home = localHref(site, `/member/toolkit/${open.adoption.id}/policy/${policy.id}`);
  return (
    <>
      <h2>{t("policy.adopt")}</h2>
      <p>{t("policy.adopt-lead")}</p>
      <Form
        action={`${home}/adopt`}
        values={state.values ?? { adoptedOn: today }}
        errors={state.errors ?? {}}
      >
        <TextField
          name="adoptedBy"
          label={t("policy.signed-by")}
          required
          maxlength={200}
          autocomplete="name"
        />
        <TextField
          name="position"
          label={t("policy.position")}
          maxlength={200}
          autocomplete="organization-title"
        />
        <DateField name="adoptedOn" label={t("policy.signed-on")} required max={today} />
        <Actions>
          <Button>{t("policy.adopt-save")}</Button>
        </Actions>
      </Form>
    </>
  );
}
