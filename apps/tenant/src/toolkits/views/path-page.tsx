import { wordsIn } from "@concord/content";
import {
  Alert,
  Breadcrumb,
  ButtonLink,
  DescriptionList,
  localHref,
  PageHeading,
  ProgressChecklist,
} from "@concord/ui";
import { MemberPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import { itemsOf } from "../model.ts";
import type { AdoptionFrame } from "./frame.ts";
import { dayText, momentText, percentText, Said } from "./words.tsx";

/** The path: every step with the day it was done and what proves it, and the member's own work beside it. */
export function PathPage(props: AdoptionFrame) {
  const { site, open, options } = props;
  const { adoption, body, member, steps, progress } = open;
  const t = messages.in(site.locale);
  const title = wordsIn(body.title, options);
  const home = localHref(site, `/member/toolkit/${adoption.id}`);
  const crumbs = [
    { label: t("desk.title"), href: localHref(site, `/member/toolkit?member=${member.id}`) },
    { label: title, href: "" },
  ];
  return (
    <MemberPage site={site} title={title}>
      <Breadcrumb items={crumbs} />
      <PageHeading title={title} over={t("path.over", { member: member.legalName })} />
      {progress.finished && (
        <Alert kind="success">
          <p>{t("path.all-done")}</p>
        </Alert>
      )}
      <ProgressChecklist
        label={t("path.steps")}
        items={body.path.map((step) => {
          const done = steps.find((one) => one.step === step.id);
          return {
            label: wordsIn(step.title, options),
            href: `${home}/steps/${step.id}`,
            done: done !== undefined,
            content: done ? (
              <p class="cc-card__meta">
                {t("path.done-on", { date: dayText(done.doneOn, site.locale) })}
                {" · "}
                {done.fileName ? (
                  <a href={`${home}/evidence/${step.id}`}>{t("path.file", { name: done.fileName })}</a>
                ) : (
                  t("path.no-file")
                )}
              </p>
            ) : (
              <p>
                <Said value={step.summary} options={options} />
              </p>
            ),
          };
        })}
      />
      <Work {...props} />
    </MemberPage>
  );
}

function Work({ site, tenant, open, options }: AdoptionFrame) {
  const { adoption, body, assessments, policies } = open;
  const t = messages.in(site.locale);
  const home = localHref(site, `/member/toolkit/${adoption.id}`);
  const quizzes = itemsOf(body, "self-assessment").map((item) => {
    const last = assessments.find((taken) => taken.item === item.id);
    const at = last && momentText(last.takenAt, site.locale, tenant);
    return {
      term: wordsIn(item.title, options),
      detail: last ? (
        <a href={`${home}/assessment/${last.id}`}>
          {t("path.result", { percent: percentText(last.percent, site.locale), date: at ?? "" })}
        </a>
      ) : (
        <Said value={item.summary} options={options} />
      ),
      action: (
        <ButtonLink href={`${home}/assessment?item=${item.id}`} look="outline">
          {t(last ? "path.assess-again" : "path.assess")}
        </ButtonLink>
      ),
    };
  });
  const templates = itemsOf(body, "policy-template").map((item) => {
    const made = policies.filter((policy) => policy.item === item.id);
    const title = wordsIn(item.title, options);
    return {
      term: title,
      detail:
        made.length === 0 ? (
          <Said value={item.summary} options={options} />
        ) : (
          <ul class="usa-list usa-list--unstyled">
            {made.map((policy) => (
              <li>
                <a href={`${home}/policy/${policy.id}`}>{t("policy.version", { version: policy.version })}</a>
                {" · "}
                {policy.adoptedOn
                  ? t("path.adopted-on", { date: dayText(policy.adoptedOn, site.locale) })
                  : t("path.draft")}
              </li>
            ))}
          </ul>
        ),
      ...(made.length === 0 && {
        action: (
          <ButtonLink href={`${home}/policy?item=${item.id}`} look="outline">
            {t("path.policy-begin", { title })}
          </ButtonLink>
        ),
      }),
    };
  });
  if (quizzes.length + templates.length === 0) return null;
  return (
    <>
      <h2>{t("path.work")}</h2>
      <DescriptionList items={[...quizzes, ...templates]} />
    </>
  );
}
