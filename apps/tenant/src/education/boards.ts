import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { boardOf, todayOf } from "./board-of.ts";
import { boardId, boardStages, optionalText } from "./model.ts";
import { boardsApproving, listStandings, putStanding } from "./store.ts";
import { countUnreported } from "./store-rosters.ts";

/** Notes how far the office has come with a board. */
export const noteBoard = defineCommand({
  name: "education.note-board",
  input: z.object({
    boardId,
    stage: z.string().pipe(z.enum(boardStages, "field.required")),
    contact: optionalText(300),
    nextStep: optionalText(500),
  }),
  load: async (unit, input) => boardOf(unit, input.boardId),
  authorize: (actor) => can(actor, "boards:manage"),
  async run(unit, input, board) {
    const standing = {
      boardId: board.id,
      stage: input.stage,
      contact: input.contact ?? null,
      nextStep: input.nextStep ?? null,
      updatedAt: unit.clock.now(),
    };
    await putStanding(unit.tx, standing);
    return {
      result: standing,
      audit: { action: "education.board-noted", subject: { kind: "board", id: board.id }, after: standing },
    };
  },
});

/** The profile's boards with how far each has come: "n of m boards". */
export const listBoards = defineQuery({
  name: "education.boards",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "boards:manage"),
  async run(context) {
    const [standings, accepting, unreported] = await Promise.all([
      listStandings(context.db),
      boardsApproving(context.db, todayOf(context)),
      countUnreported(context.db),
    ]);
    const boards = context.tenant.profile.boards.map((board) => ({
      board,
      standing: standings.find((one) => one.boardId === board.id),
      accepts: accepting.includes(board.id),
      unreported: unreported.get(board.id) ?? 0,
    }));
    return { boards, accepting: boards.filter(({ accepts }) => accepts).length };
  },
});
