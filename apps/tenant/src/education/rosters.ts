import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery } from "../command.ts";
import { can } from "../identity/index.ts";
import { boardOf } from "./board-of.ts";
import { boardId } from "./model.ts";
import {
  creditsOfRoster,
  findRoster,
  listRosters,
  nextRosterNumber,
  reportCredits,
} from "./store-rosters.ts";

/** Takes every completion a board was not told of into a new roster. What a roster holds never changes again. */
export const createRoster = defineCommand({
  name: "education.create-roster",
  input: z.object({ boardId }),
  load: async (unit, input) => boardOf(unit, input.boardId),
  authorize: (actor) => can(actor, "boards:manage"),
  async run(unit, _input, board) {
    const roster = {
      id: unit.ids.next("ros"),
      boardId: board.id,
      number: await nextRosterNumber(unit.tx, board.id),
      rows: 0,
      createdAt: unit.clock.now(),
    };
    const rows = await reportCredits(unit.tx, roster);
    if (rows === 0) throw new DomainError("education.roster-empty", "conflict");
    return {
      result: { ...roster, rows },
      audit: {
        action: "education.roster-created",
        subject: { kind: "roster", id: roster.id },
        after: { boardId: board.id, number: roster.number, rows },
      },
    };
  },
});

/** A board's rosters, and what waits for the next one. */
export const readBoardRosters = defineQuery({
  name: "education.rosters",
  input: z.object({ boardId }),
  load: async (context, input) => boardOf(context, input.boardId),
  authorize: (actor) => can(actor, "rosters:read"),
  async run(context, _input, board) {
    const [rosters, waiting] = await Promise.all([
      listRosters(context.db, board.id),
      creditsOfRoster(context.db, { unreportedOf: board.id }),
    ]);
    return { rosters, waiting };
  },
});

/** One roster with its rows. */
export const readRoster = defineQuery({
  name: "education.roster",
  input: z.object({ rosterId: z.string().startsWith("ros_", "education.roster-not-found") }),
  load: async (context, input) => {
    const roster = await findRoster(context.db, input.rosterId);
    if (!roster) throw new DomainError("education.roster-not-found", "not-found");
    return roster;
  },
  authorize: (actor) => can(actor, "rosters:read"),
  run: async (context, _input, roster) => ({
    roster,
    credits: await creditsOfRoster(context.db, { rosterId: roster.id }),
  }),
});
