import { wordsIn } from "@concord/content";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CardList,
  EmptyState,
  Form,
  localHref,
  Meter,
  PageHeading,
  type Site,
  StatusTag,
} from "@concord/ui";
import type { Member } from "../../membership/index.ts";
import { MemberPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { Adoption, Toolkit } from "../model.ts";
import type { DeskFrame } from "./frame.ts";
import { Said } from "./words.tsx";

interface Chosen {
  readonly adoption: Adoption;
  readonly toolkit: Toolkit;
  readonly progress: { readonly done: number; readonly total: number };
}

/** The toolkits a member works with, and those it can choose. */
export function DeskPage(
  props: DeskFrame & {
    member: Member;
    several: boolean;
    chosen: readonly Chosen[];
    others: readonly Toolkit[];
  },
) {
  const { site, member, several, chosen, others, options } = props;
  const t = messages.in(site.locale);
  return (
    <MemberPage site={site} title={t("desk.title")}>
      <PageHeading
        title={t("desk.title")}
        lead={t("desk.lead")}
        over={t("desk.for", { member: member.legalName })}
      />
      {several && (
        <p>
          <a href={localHref(site, "/member/toolkit")}>{t("desk.change")}</a>
        </p>
      )}
      {chosen.length > 0 && <h2>{t("desk.yours")}</h2>}
      <CardList>
        {chosen.map((one) => (
          <ChosenCard site={site} options={options} {...one} />
        ))}
      </CardList>
      <h2>{t("desk.others")}</h2>
      {others.length === 0 && <p>{t(chosen.length > 0 ? "desk.no-others" : "list.empty-body")}</p>}
      <CardList>
        {others.map((toolkit) => (
          <Card
            title={<Said value={toolkit.title} options={options} />}
            meta={t("list.steps", { count: toolkit.stepIds.length })}
          >
            <p>
              <Said value={toolkit.summary} options={options} />
            </p>
            <Form action={localHref(site, "/member/toolkit")} plain label={wordsIn(toolkit.title, options)}>
              <input type="hidden" name="member" value={member.id} />
              <input type="hidden" name="toolkit" value={toolkit.id} />
              <Actions>
                <Button>{t("desk.choose")}</Button>
                <ButtonLink href={localHref(site, `/toolkits/${toolkit.id}`)} look="outline">
                  {t("desk.look")}
                </ButtonLink>
              </Actions>
            </Form>
          </Card>
        ))}
      </CardList>
      <p>
        <a href={localHref(site, `/member/systems/${member.id}`)}>{t("desk.systems")}</a>
      </p>
    </MemberPage>
  );
}

function ChosenCard({ site, options, adoption, toolkit, progress }: Chosen & Omit<DeskFrame, "tenant">) {
  const t = messages.in(site.locale);
  const gone = toolkit.status === "recalled";
  const href = localHref(site, `/member/toolkit/${adoption.id}`);
  return (
    <Card
      title={<Said value={toolkit.title} options={options} />}
      {...(gone ? { aside: <StatusTag status="stopped">{t("desk.recalled")}</StatusTag> } : { href })}
    >
      {!gone && (
        <>
          <Meter
            label={t("desk.progress")}
            value={progress.done}
            max={progress.total}
            text={t("desk.progress-text", progress)}
          />
          <Actions>
            <ButtonLink href={href} label={`${t("desk.open")}: ${wordsIn(toolkit.title, options)}`}>
              {t("desk.open")}
            </ButtonLink>
          </Actions>
        </>
      )}
    </Card>
  );
}

/** For somebody who acts for several members. */
export function WhichMemberPage({ site, members }: { site: Site; members: readonly Member[] }) {
  const t = messages.in(site.locale);
  return (
    <MemberPage site={site} title={t("desk.member")}>
      <PageHeading title={t("desk.member")} lead={t("desk.member-lead")} />
      <CardList>
        {members.map(({ id, legalName, number }) => (
          <Card
            level={2}
            title={legalName}
            href={localHref(site, `/member/toolkit?member=${id}`)}
            meta={number}
          />
        ))}
      </CardList>
    </MemberPage>
  );
}

export function NoMemberPage({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  const join = <ButtonLink href={localHref(site, "/join")}>{t("desk.join")}</ButtonLink>;
  return (
    <MemberPage site={site} title={t("desk.title")}>
      <PageHeading title={t("desk.title")} />
      <EmptyState title={t("desk.no-member")} action={join}>
        {t("desk.no-member-body")}
      </EmptyState>
    </MemberPage>
  );
}
