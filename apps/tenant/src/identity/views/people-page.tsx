import {
  Alert,
  Button,
  CheckboxGroup,
  CopyField,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  PageHeading,
  type Site,
  Table,
  TextField,
} from "@concord/ui";
import { Done } from "../../portal/done.tsx";
import { OfficePage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { Person } from "../model.ts";
import { officeScopes } from "../permissions.ts";
import { type Found, FoundPeople } from "./found-people.tsx";
import { type ShownToken, TokenTable } from "./token-table.tsx";

interface FilledForm {
  readonly values: FormValues;
  readonly errors: FormErrors;
}

export interface PeoplePageState {
  readonly officer?: FilledForm;
  readonly tokenForm?: FilledForm;
  readonly token?: string;
  readonly problem?: string | undefined;
}

interface PeoplePageProps {
  readonly site: Site;
  readonly officers: readonly Person[];
  readonly found: Found;
  readonly tokens: readonly ShownToken[];
  readonly now: Date;
  readonly state: PeoplePageState;
}

export function PeoplePage({ site, officers, found, tokens, now, state }: PeoplePageProps) {
  const t = messages.in(site.locale);
  return (
    <OfficePage site={site} title={t("people.title")} failed={Boolean(state.officer ?? state.tokenForm)}>
      <PageHeading title={t("people.title")} lead={t("people.lead")} />
      <Done
        site={site}
        words={{
          appointed: t("people.done.appointed"),
          "role-revoked": t("people.done.role-revoked"),
          "token-revoked": t("people.done.token-revoked"),
        }}
      />
      {state.problem && (
        <Alert kind="error" announce>
          {state.problem}
        </Alert>
      )}
      <Table
        caption={t("people.officers")}
        columns={[
          { header: t("people.name"), cell: (person) => person.name || person.email },
          { header: t("people.email"), cell: (person) => person.email },
        ]}
        rows={officers}
      />
      <h2>{t("people.add")}</h2>
      <Form id="officer" action={localHref(site, "/office/people")} {...(state.officer ?? {})}>
        <TextField name="name" label={t("people.name")} autocomplete="name" required />
        <TextField name="email" type="email" label={t("people.email")} autocomplete="email" required />
        <Button>{t("people.add-submit")}</Button>
      </Form>
      <FoundPeople site={site} found={found} />
      <Tokens site={site} tokens={tokens} now={now} state={state} />
    </OfficePage>
  );
}

function Tokens({ site, tokens, now, state }: Omit<PeoplePageProps, "officers" | "found">) {
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("tokens.title")}</h2>
      <p>{t("tokens.lead")}</p>
      {state.token && (
        <Alert kind="success" announce>
          <p>{t("tokens.made")}</p>
          <CopyField id="new-token" label={t("tokens.title")} value={state.token} />
        </Alert>
      )}
      <TokenTable
        site={site}
        tokens={tokens}
        now={now}
        title={t("tokens.title")}
        none={t("tokens.none")}
        revokePath={(id) => `/office/tokens/${id}/revoke`}
        scopes
      />
      <h3>{t("tokens.create")}</h3>
      <Form id="token" action={localHref(site, "/office/tokens")} {...(state.tokenForm ?? {})}>
        <TextField name="name" label={t("tokens.name")} required />
        <CheckboxGroup
          name="scopes"
          label={t("tokens.scopes")}
          options={officeScopes.map((value) => ({ value, label: value }))}
          required
        />
        <TextField
          name="days"
          type="number"
          inputmode="numeric"
          label={t("tokens.days")}
          value="90"
          width="2xs"
          required
        />
        <Button>{t("tokens.create")}</Button>
      </Form>
    </>
  );
}
