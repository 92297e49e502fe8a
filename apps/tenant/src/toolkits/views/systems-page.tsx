import { writeDayOf } from "@concord/runtime";
import {
  Alert,
  Button,
  CopyField,
  EmptyState,
  Form,
  localHref,
  PageHeading,
  type Site,
  StatusTag,
  Table,
  TextField,
} from "@concord/ui";
import type { listMemberTokens } from "../../identity/index.ts";
import type { Member } from "../../membership/index.ts";
import { MemberPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { FormState } from "./frame.ts";

type ShownToken = Awaited<ReturnType<typeof listMemberTokens>>[number];

interface SystemsProps {
  readonly site: Site;
  readonly member: Member;
  readonly tokens: readonly ShownToken[];
  readonly now: Date;
  /** A token that was just made: shown once. */
  readonly made?: string | undefined;
  readonly state: FormState;
}

/** The tokens by which a member's own programs work for it. */
export function SystemsPage({ site, member, tokens, now, made, state }: SystemsProps) {
  const t = messages.in(site.locale);
  return (
    <MemberPage site={site} title={t("systems.title")} failed={state.errors !== undefined}>
      <PageHeading
        title={t("systems.title")}
        lead={t("systems.lead")}
        over={t("desk.for", { member: member.legalName })}
      />
      <p>
        <a href="/api/docs">{t("systems.docs")}</a>
      </p>
      {made && (
        <Alert kind="success" announce>
          <p>{t("systems.made")}</p>
          <CopyField id="new-token" label={t("systems.token")} value={made} />
        </Alert>
      )}
      <TokenTable site={site} tokens={tokens} now={now} />
      <h2>{t("systems.create")}</h2>
      <Form id="token" action={localHref(site, `/member/systems/${member.id}`)} {...state}>
        <TextField name="name" label={t("systems.name")} required />
        <Button>{t("systems.create")}</Button>
      </Form>
    </MemberPage>
  );
}

function TokenTable({ site, tokens, now }: Pick<SystemsProps, "site" | "tokens" | "now">) {
  const t = messages.in(site.locale);
  return (
    <Table
      caption={t("systems.list")}
      columns={[
        { header: t("systems.name"), cell: (token) => token.name },
        { header: t("systems.expires"), cell: (token) => writeDayOf(token.expiresAt, site) },
        {
          header: t("systems.state"),
          cell: (token) =>
            !token.revokedAt && token.expiresAt > now ? (
              <Form action={localHref(site, `/member/systems/tokens/${token.id}/revoke`)} plain>
                <Button look="plain" label={`${t("systems.revoke")}: ${token.name}`}>
                  {t("systems.revoke")}
                </Button>
              </Form>
            ) : (
              <StatusTag status="stopped">
                {t(token.revokedAt ? "systems.revoked" : "systems.expired")}
              </StatusTag>
            ),
        },
      ]}
      rows={tokens}
      empty={<EmptyState title={t("systems.list")}>{t("systems.none")}</EmptyState>}
    />
  );
}
