import { EmptyState, localHref, PageHeading, type Site, StatusTag, Table } from "@concord/ui";
import { OfficePage } from "../../portal/frames.tsx";
import { type Board, textIn } from "../../profile/index.ts";
import { messages } from "../messages.ts";
import type { BoardStage } from "../model.ts";

export interface BoardLine {
  readonly board: Board;
  readonly standing?: { readonly stage: BoardStage; readonly nextStep: string | null } | undefined;
  readonly accepts: boolean;
  readonly unreported: number;
}

interface BoardsProps {
  readonly site: Site;
  readonly boards: readonly BoardLine[];
  readonly accepting: number;
}

/** The boards the program works with: "n of m boards". */
export function BoardsPage({ site, boards, accepting }: BoardsProps) {
  const t = messages.in(site.locale);
  return (
    <OfficePage site={site} title={t("boards.title")}>
      <PageHeading
        title={t("boards.title")}
        {...(boards.length > 0 ? { lead: t("boards.count", { accepting, total: boards.length }) } : {})}
      />
      <Table
        caption={t("boards.title")}
        captionHidden
        rows={boards}
        columns={[
          {
            header: t("boards.board"),
            cell: ({ board }) => <a href={localHref(site, `/office/boards/${board.id}`)}>{board.name}</a>,
          },
          {
            header: t("boards.professions"),
            cell: ({ board }) => board.professions.map(({ title }) => textIn(title, site.locale)).join(", "),
          },
          {
            header: t("boards.stage"),
            cell: ({ standing }) => t(`stage.${standing?.stage ?? "none"}`),
          },
          {
            header: t("boards.accepts"),
            cell: ({ accepts }) => (
              <StatusTag status={accepts ? "good" : "neutral"}>
                {t(accepts ? "boards.accepts" : "boards.accepts-not")}
              </StatusTag>
            ),
          },
          { header: t("boards.next"), cell: ({ standing }) => standing?.nextStep ?? "–" },
          {
            header: t("boards.waiting"),
            numeric: true,
            cell: ({ board, unreported }) =>
              unreported === 0 ? (
                0
              ) : (
                <a href={localHref(site, `/office/boards/${board.id}/rosters`)}>{unreported}</a>
              ),
          },
        ]}
        empty={
          <EmptyState title={t("boards.none")}>
            <p>{t("boards.none-body")}</p>
          </EmptyState>
        }
      />
    </OfficePage>
  );
}
