import { ButtonLink, Card, CardList, EmptyState, localHref, PageHeading, type Site } from "@concord/ui";
import { MemberPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { Member } from "../model.ts";
import { MemberTag } from "./member-list.tsx";

/** For somebody who acts for several memberships, or for none. */
export function ChooseMemberPage({ site, members }: { site: Site; members: readonly Member[] }) {
  const t = messages.in(site.locale);
  const join = <ButtonLink href={localHref(site, "/join")}>{t("join.title")}</ButtonLink>;
  return (
    <MemberPage site={site} title={t("desk.choose")}>
      <PageHeading title={t(members.length > 0 ? "desk.choose" : "desk.title")} />
      {members.length === 0 && (
        <EmptyState title={t("desk.none")} action={join}>
          <p>{t("desk.none-body")}</p>
        </EmptyState>
      )}
      <CardList>
        {members.map((member) => (
          <Card
            title={member.legalName}
            href={localHref(site, `/member/${member.id}`)}
            meta={member.number}
            aside={<MemberTag site={site} status={member.status} />}
          />
        ))}
      </CardList>
    </MemberPage>
  );
}
