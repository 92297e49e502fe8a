import { writeNumber } from "@concord/runtime";
import {
  Breadcrumb,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  PageHeading,
  SelectField,
  type Site,
  StatusTag,
  Table,
  TextField,
} from "@concord/ui";
import { Done } from "../../portal/done.tsx";
import { OfficePage } from "../../portal/frames.tsx";
import { type Board, textIn } from "../../profile/index.ts";
import { messages } from "../messages.ts";
import { type Approval, type BoardStage, boardStages, isOver } from "../model.ts";
import { ApprovalForm, type Course } from "./approval-form.tsx";
import { Citation, dayText, languageText } from "./words.tsx";

export interface Filled {
  readonly values: FormValues;
  readonly errors: FormErrors;
}

interface BoardProps {
  readonly site: Site;
  readonly board: Board;
  readonly standing?: { stage: BoardStage; contact: string | null; nextStep: string | null } | undefined;
  readonly approvals: readonly (Approval & {
    readonly letter: { readonly name: string } | null;
    readonly endReason: string | null;
  })[];
  readonly courses: readonly Course[];
  readonly today: string;
  readonly approvalForm?: Filled | undefined;
  readonly noteForm?: Filled | undefined;
}

/** One board: where things stand, what it approved, and the form that records a decision. */
export function BoardPage(props: BoardProps) {
  const { site, board, courses, approvalForm, noteForm } = props;
  const t = messages.in(site.locale);
  const path = localHref(site, `/office/boards/${board.id}`);
  return (
    <OfficePage site={site} title={board.name} failed={Boolean(approvalForm ?? noteForm)}>
      <Breadcrumb
        items={[
          { label: t("boards.title"), href: localHref(site, "/office/boards") },
          { label: board.name, href: path },
        ]}
      />
      <PageHeading
        title={board.name}
        lead={board.professions.map(({ title }) => textIn(title, site.locale)).join(", ")}
        actions={
          <ButtonLink href={`${path}/rosters`} look="outline">
            {t("board.rosters")}
          </ButtonLink>
        }
      />
      <Done
        site={site}
        words={{
          noted: t("board.done.noted"),
          recorded: t("board.done.recorded"),
          ended: t("board.done.ended"),
        }}
      />
      <h2>{t("board.approvals")}</h2>
      <Approvals {...props} />
      <h2>{t("board.record")}</h2>
      <ApprovalForm site={site} action={`${path}/approvals`} courses={courses} filled={approvalForm} />
      <h2>{t("board.stage-title")}</h2>
      <NoteForm {...props} />
    </OfficePage>
  );
}

function Approvals({ site, approvals, courses, today }: BoardProps) {
  const t = messages.in(site.locale);
  return (
    <Table
      caption={t("board.approvals")}
      captionHidden
      rows={approvals}
      columns={[
        {
          header: t("board.course"),
          cell: ({ activity }) => courses.find(({ id }) => id === activity.id)?.title ?? activity.id,
        },
        { header: t("board.number"), cell: ({ approvalNumber }) => approvalNumber },
        {
          header: t("board.hours"),
          numeric: true,
          cell: ({ contactHours }) => writeNumber(contactHours, site.locale),
        },
        {
          header: t("board.mode"),
          cell: ({ mode, locale }) => `${t(`mode.${mode}`)}, ${languageText(locale, site.locale)}`,
        },
        {
          header: t("ask.until"),
          cell: (approval) => {
            const over = isOver(approval, today);
            const { endedOn, expiresOn } = approval;
            const last = expiresOn ? dayText(expiresOn, site.locale) : t("ask.no-end");
            return (
              <>
                {endedOn ? t("board.ended-on", { date: dayText(endedOn, site.locale) }) : last}{" "}
                <StatusTag status={over ? "stopped" : "good"}>
                  {t(over ? "board.expired" : "board.valid")}
                </StatusTag>
              </>
            );
          },
        },
        { header: t("ask.citation"), cell: (approval) => <Citation {...approval} /> },
        {
          header: t("board.letter"),
          cell: ({ id, letter, approvalNumber }) =>
            letter ? (
              <a
                href={`/office/boards/letters/${id}`}
                aria-label={t("board.letter-of", { number: approvalNumber })}
              >
                {t("board.letter-open")}
              </a>
            ) : (
              t("board.letter-none")
            ),
        },
        {
          header: t("board.end"),
          cell: ({ id, boardId, endedOn, endReason, approvalNumber }) =>
            endedOn ? (
              endReason
            ) : (
              <a
                href={localHref(site, `/office/boards/${boardId}/approvals/${id}/end`)}
                aria-label={t("board.end-of", { number: approvalNumber })}
              >
                {t("board.end")}
              </a>
            ),
        },
      ]}
      empty={
        <EmptyState title={t("board.approvals-none")} level={3}>
          <p>{t("board.approvals-none-body")}</p>
        </EmptyState>
      }
    />
  );
}

function NoteForm({ site, board, standing, noteForm }: BoardProps) {
  const t = messages.in(site.locale);
  const values = noteForm?.values ?? {
    stage: standing?.stage ?? "none",
    contact: standing?.contact ?? "",
    nextStep: standing?.nextStep ?? "",
  };
  return (
    <Form
      id="note"
      action={localHref(site, `/office/boards/${board.id}`)}
      values={values}
      errors={noteForm?.errors ?? {}}
    >
      <SelectField
        name="stage"
        label={t("boards.stage")}
        options={boardStages.map((value) => ({ value, label: t(`stage.${value}`) }))}
        placeholder={false}
        required
      />
      <TextField name="contact" label={t("board.contact")} />
      <TextField name="nextStep" label={t("board.next")} />
      <Button look="outline">{t("board.note")}</Button>
    </Form>
  );
}
