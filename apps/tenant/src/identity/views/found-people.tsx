import { Button, EmptyState, Form, localHref, Pagination, Search, type Site, Table } from "@concord/ui";
import type { PersonWithRoles } from "../list-people.ts";
import { messages } from "../messages.ts";

export interface Found {
  readonly search: string;
  readonly people: readonly PersonWithRoles[];
  /** By membership; one that is missing may not be told. */
  readonly memberNames: ReadonlyMap<string, string>;
  readonly next?: string;
}

/** Everybody the program knows, or whom a search found, with each role and the way to end it. */
export function FoundPeople({ site, found }: { site: Site; found: Found }) {
  const t = messages.in(site.locale);
  const action = localHref(site, "/office/people");
  const { search, people, next } = found;
  const query = new URLSearchParams({ ...(search ? { q: search } : {}), cursor: next ?? "" });
  return (
    <>
      <h2 id="everybody">{t("people.everybody")}</h2>
      <Search action={action} value={search} label={t("people.search")} hint={t("people.search-hint")} />
      <Table
        caption={t("people.everybody")}
        captionHidden
        columns={[
          { header: t("people.person"), cell: (person) => <Who {...person} /> },
          {
            header: t("people.roles"),
            cell: (person) => <Roles site={site} person={person} names={found.memberNames} />,
          },
        ]}
        rows={people}
        empty={
          <EmptyState title={t("people.nobody")} level={3}>
            {t("people.nobody-hint")}
          </EmptyState>
        }
      />
      <Pagination {...(next ? { nextHref: `${action}?${query}#everybody` } : {})} />
    </>
  );
}

function Who({ name, email }: PersonWithRoles) {
  if (!name) return email;
  return (
    <div>
      {name}
      <span class="cc-under">{email}</span>
    </div>
  );
}

function Roles(props: { site: Site; person: PersonWithRoles; names: Found["memberNames"] }) {
  const { site, person, names } = props;
  const t = messages.in(site.locale);
  if (person.roles.length === 0) return t("people.no-role");
  return (
    <ul class="cc-held">
      {person.roles.map(({ role, memberId }) => {
        const firm = memberId === null ? undefined : (names.get(memberId) ?? memberId);
        const held = firm ? t("people.role-for", { role: t(`role.${role}`), firm }) : t(`role.${role}`);
        return (
          <li>
            {memberId ? (
              <a href={localHref(site, `/office/members/${memberId}`)}>{held}</a>
            ) : (
              <span>{held}</span>
            )}
            <Form action={localHref(site, `/office/people/${person.id}/revoke`)} plain>
              <input type="hidden" name="role" value={role} />
              {memberId && <input type="hidden" name="memberId" value={memberId} />}
              <Button look="plain" label={t("people.end", { role: held, name: person.name || person.email })}>
                {t("people.end-short")}
              </Button>
            </Form>
          </li>
        );
      })}
    </ul>
  );
}
