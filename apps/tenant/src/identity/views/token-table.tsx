import { writeDayOf } from "@concord/runtime";
import { Button, EmptyState, Form, localHref, type Site, StatusTag, Table } from "@concord/ui";
import { messages } from "../messages.ts";

export interface ShownToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

interface TokenTableProps {
  readonly site: Site;
  readonly tokens: readonly ShownToken[];
  readonly now: Date;
  readonly title: string;
  readonly none: string;
  readonly revokePath: (id: string) => string;
  /** Whether what each may do differs, and is shown. */
  readonly scopes?: boolean;
}

/** Tokens with their ends, and a button for each that still opens something. */
export function TokenTable({ site, tokens, now, title, none, revokePath, scopes }: TokenTableProps) {
  const t = messages.in(site.locale);
  const live = (token: ShownToken) => !token.revokedAt && token.expiresAt > now;
  return (
    <Table
      caption={title}
      captionHidden
      columns={[
        { header: t("tokens.name"), cell: (token) => token.name },
        ...(scopes
          ? [{ header: t("tokens.scopes"), cell: (token: ShownToken) => token.scopes.join(", ") }]
          : []),
        { header: t("tokens.expires"), cell: (token) => writeDayOf(token.expiresAt, site) },
        {
          header: t("tokens.status"),
          cell: (token) =>
            live(token) ? (
              <Form action={localHref(site, revokePath(token.id))} plain>
                <Button look="plain" label={`${t("tokens.revoke")}: ${token.name}`}>
                  {t("tokens.revoke")}
                </Button>
              </Form>
            ) : (
              <StatusTag status="stopped">
                {t(token.revokedAt ? "tokens.revoked" : "tokens.expired")}
              </StatusTag>
            ),
        },
      ]}
      rows={tokens}
      empty={
        <EmptyState title={title} level={scopes ? 3 : 2}>
          {none}
        </EmptyState>
      }
    />
  );
}
