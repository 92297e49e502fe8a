import {
  Alert,
  Button,
  CopyField,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  PageHeading,
  type Site,
  TextField,
} from "@concord/ui";
import { LearnerPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import { type ShownToken, TokenTable } from "./token-table.tsx";

export interface OwnTokensState {
  /** A token that was just made: shown once. */
  readonly made?: string;
  readonly form?: { readonly values: FormValues; readonly errors: FormErrors };
}

interface OwnTokensProps {
  readonly site: Site;
  readonly tokens: readonly ShownToken[];
  readonly now: Date;
  readonly state: OwnTokensState;
}

/** The tokens by which a person's own programs work with their learning. */
export function OwnTokensPage({ site, tokens, now, state }: OwnTokensProps) {
  const t = messages.in(site.locale);
  return (
    <LearnerPage site={site} title={t("own-tokens.title")} failed={state.form !== undefined}>
      <PageHeading title={t("own-tokens.title")} lead={t("own-tokens.lead")} />
      <p>
        <a href="/api/docs">{t("own-tokens.docs")}</a>
      </p>
      {state.made && (
        <Alert kind="success" announce>
          <p>{t("tokens.made")}</p>
          <CopyField id="new-token" label={t("own-tokens.token")} value={state.made} />
        </Alert>
      )}
      <TokenTable
        site={site}
        tokens={tokens}
        now={now}
        title={t("own-tokens.list")}
        none={t("own-tokens.none")}
        revokePath={(id) => `/learn/systems/${id}/revoke`}
      />
      <h2>{t("tokens.create")}</h2>
      <Form id="token" action={localHref(site, "/learn/systems")} {...(state.form ?? {})}>
        <TextField name="name" label={t("tokens.name")} required />
        <Button>{t("tokens.create")}</Button>
      </Form>
    </LearnerPage>
  );
}
