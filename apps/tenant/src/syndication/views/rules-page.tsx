import {
  Alert,
  Button,
  DescriptionList,
  EmptyState,
  Form,
  localHref,
  SelectField,
  type Site,
} from "@concord/ui";
import { messages } from "../messages.ts";
import { ruleChoices, sharedKinds } from "../model.ts";
import type { MemberRules } from "../set-rules.ts";
import { kindWord, NetworkPage } from "./network-page.tsx";

interface RulesProps {
  readonly site: Site;
  readonly members: readonly MemberRules[];
  /** The member whose rules were just saved. */
  readonly done: string | undefined;
}

export function RulesPage({ site, members, done }: RulesProps) {
  const t = messages.in(site.locale);
  const saved = members.find(({ code }) => code === done);
  const choices = ruleChoices.map((one) => ({ term: t(`rules.${one}`), detail: t(`rules.${one}-why`) }));
  return (
    <NetworkPage site={site} title={t("rules.title")} lead={t("rules.lead")}>
      {saved && (
        <Alert kind="success" announce>
          {t("rules.saved", { name: saved.name })}
        </Alert>
      )}
      <h2>{t("rules.choices")}</h2>
      <DescriptionList items={choices} />
      <p>{t("rules.always")}</p>
      <h2>{t("rules.members")}</h2>
      {members.length === 0 && <EmptyState title={t("network.alone")}>{t("network.alone-why")}</EmptyState>}
      {members.map((member) => (
        <MemberForm site={site} member={member} />
      ))}
    </NetworkPage>
  );
}

function MemberForm({ site, member: { code, name, rules } }: { site: Site; member: MemberRules }) {
  const t = messages.in(site.locale);
  const options = ruleChoices.map((value) => ({ value, label: t(`rules.${value}`) }));
  return (
    <section class="cc-card">
      <h3>{name}</h3>
      <Form id={code} action={localHref(site, `/office/network/rules/${code}`)} values={rules} plain>
        <div class="cc-form__row">
          {sharedKinds.map((kind) => (
            <SelectField name={kind} label={kindWord(site, kind)} options={options} placeholder={false} />
          ))}
        </div>
        <Button look="outline" label={t("rules.save-of", { name })}>
          {t("rules.save")}
        </Button>
      </Form>
    </section>
  );
}
