import { scoreAssessment, wordsIn } from "@concord/content";
import {
  Actions,
  Breadcrumb,
  ButtonLink,
  localHref,
  Meter,
  PageHeading,
  ProcessList,
  SummaryBox,
} from "@concord/ui";
import { MemberPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { Assessment } from "../model.ts";
import type { AssessmentItem } from "./assessment-page.tsx";
import type { AdoptionFrame } from "./frame.ts";
import { momentText, percentText, Said } from "./words.tsx";

/** How a self-assessment came out, and what to do next: what would change most first. */
export function ResultPage(
  props: AdoptionFrame & { readonly item: AssessmentItem; readonly taken: Assessment },
) {
  const { site, tenant, open, item, taken, options } = props;
  const { adoption, body } = open;
  const t = messages.in(site.locale);
  const home = localHref(site, `/member/toolkit/${adoption.id}`);
  const { level, next } = scoreAssessment(item.assessment, taken.answers);
  const shown = item.assessment.levels.find(({ id }) => id === taken.level) ?? level;
  const crumbs = [
    { label: wordsIn(body.title, options), href: home },
    { label: t("assess.title"), href: `${home}/assessment?item=${item.id}` },
    { label: t("assess.result"), href: "" },
  ];
  return (
    <MemberPage site={site} title={t("assess.result")}>
      <Breadcrumb items={crumbs} />
      <PageHeading
        title={t("assess.result")}
        over={t("assess.taken", { date: momentText(taken.takenAt, site.locale, tenant) })}
      />
      <SummaryBox heading={wordsIn(shown.title, options)}>
        <Meter
          label={t("assess.percent")}
          value={taken.percent}
          max={100}
          text={percentText(taken.percent, site.locale)}
        />
        <p>
          <Said value={shown.advice} options={options} />
        </p>
      </SummaryBox>
      <h2>{t("assess.next")}</h2>
      {next.length === 0 && <p>{t("assess.nothing")}</p>}
      <ProcessList
        items={next.map(({ question }) => {
          const step = body.path.find(({ id }) => id === question.step);
          return {
            heading: wordsIn(question.advice, options),
            content: (
              <>
                <p>
                  <Said value={question.text} options={options} />
                </p>
                {step && (
                  <a href={`${home}/steps/${step.id}`}>
                    {t("assess.step", { step: wordsIn(step.title, options) })}
                  </a>
                )}
              </>
            ),
          };
        })}
      />
      <Actions>
        <ButtonLink href={home}>{t("step.back")}</ButtonLink>
      </Actions>
    </MemberPage>
  );
}
