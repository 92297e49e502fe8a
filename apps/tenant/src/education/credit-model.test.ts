import fc from "fast-check";
import { expect, test } from "vitest";
import { type CreditQuestion, countingOf, doesItCount } from "./credit-model.ts";
import type { Approval } from "./model.ts";

const activity = { kind: "training", id: "trn_1" } as const;
const profile = {
  code: "ms",
  boards: [
    {
      id: "nursing",
      citation: "Board rule 1",
      professions: [
        {
          id: "registered-nurse",
          note: { text: { en: "Out of practice over five years only", es: "Solo tras cinco años" } },
        },
        { id: "practical-nurse" },
      ],
    },
  ],
};
const approval: Approval = {
  id: "apv_1",
  boardId: "nursing",
  activity,
  mode: "self-paced",
  locale: "en",
  contactHours: 1.5,
  approvalNumber: "N-77",
  approvedOn: "2026-01-01",
  expiresOn: "2026-12-31",
  citation: null,
  citationUrl: null,
  endedOn: null,
};
const question: CreditQuestion = {
  license: { jurisdiction: "ms", boardId: "nursing", profession: "registered-nurse" },
  activity,
  mode: "self-paced",
  locale: "en",
  on: "2026-06-30",
};
const ask = (change: Partial<CreditQuestion>, approvals = [approval]) =>
  doesItCount({ ...question, ...change }, approvals, profile);

test("an approval of this board, course, mode and language counts, with hours, number, rule and note", () => {
  expect(ask({})).toEqual({
    counts: true,
    approval,
    hours: 1.5,
    approvalNumber: "N-77",
    citation: "Board rule 1",
    note: { en: "Out of practice over five years only", es: "Solo tras cinco años" },
  });
});

test("every no names its reason", () => {
  const refused = (change: Partial<CreditQuestion>, approvals?: Approval[]) => {
    const verdict = ask(change, approvals);
    return verdict.counts ? "counts" : verdict.reason;
  };
  expect(refused({ license: { ...question.license, jurisdiction: "al" } })).toBe("other-state");
  expect(refused({ license: { ...question.license, boardId: "chess" } })).toBe("unknown-board");
  expect(refused({ license: { ...question.license, profession: "chess" } })).toBe("unknown-board");
  expect(refused({}, [])).toBe("not-approved");
  expect(refused({}, [{ ...approval, boardId: "pharmacy" }])).toBe("not-approved");
  expect(refused({ activity: { kind: "session", id: "trn_1" } })).toBe("not-approved");
  expect(refused({ mode: "live-online" })).toBe("other-mode");
  expect(refused({ locale: "es" })).toBe("other-language");
  expect(refused({ on: "2025-12-31" })).toBe("not-yet");
  expect(refused({ on: "2027-01-01" })).toBe("expired");
});

test("the first and the last day count, and an approval without an end goes on", () => {
  expect(ask({ on: "2026-01-01" }).counts).toBe(true);
  expect(ask({ on: "2026-12-31" }).counts).toBe(true);
  expect(ask({ on: "2099-01-01" }, [{ ...approval, expiresOn: null }]).counts).toBe(true);
});

test("of two approvals the one that holds counts, and of two that hold the one with more hours", () => {
  const old = { ...approval, id: "apv_0", expiresOn: "2026-02-01", contactHours: 9 };
  expect(ask({}, [old, approval])).toMatchObject({ hours: 1.5 });
  expect(ask({}, [approval, { ...approval, id: "apv_2", contactHours: 2 }])).toMatchObject({ hours: 2 });
  const later = { ...approval, id: "apv_2" };
  const decided = { ...approval, id: "apv_0", approvedOn: "2026-02-01" };
  for (const list of [
    [approval, later],
    [later, approval],
  ])
    expect(ask({}, list)).toMatchObject({ approval: later });
  for (const list of [
    [later, decided],
    [decided, later],
  ])
    expect(ask({}, list)).toMatchObject({ approval: decided });
});

test("an approval's own rule stands before the profile's, with its link", () => {
  const cited = { ...approval, citation: "Code 30-2801", citationUrl: "https://rules.example/30" };
  expect(ask({}, [cited])).toMatchObject({
    citation: "Code 30-2801",
    citationUrl: "https://rules.example/30",
  });
});

test("an ended approval counts until the day before its end", () => {
  const ended = { ...approval, endedOn: "2026-06-30" };
  expect(ask({}, [ended])).toEqual({ counts: false, reason: "expired" });
  expect(ask({ on: "2026-06-29" }, [ended]).counts).toBe(true);
});

const approvals = fc.array(
  fc.record({
    id: fc.string(),
    boardId: fc.constantFrom("nursing", "pharmacy"),
    activity: fc.constantFrom(
      { kind: "training" as const, id: "trn_1" },
      { kind: "training" as const, id: "trn_2" },
    ),
    mode: fc.constantFrom("self-paced" as const, "live-online" as const),
    locale: fc.constantFrom("en", "es"),
    contactHours: fc.double({ min: 0.25, max: 10, noNaN: true }),
    approvalNumber: fc.string(),
    approvedOn: fc.constantFrom("2026-01-01", "2026-07-01"),
    expiresOn: fc.constantFrom(null, "2026-06-30", "2026-12-31"),
    citation: fc.constantFrom(null, "Code 1"),
    citationUrl: fc.constant(null),
    endedOn: fc.constantFrom(null, "2026-05-01", "2026-09-01"),
  }),
);

test("a yes always rests on an approval that names this board, course, mode, language and day", () => {
  fc.assert(
    fc.property(approvals, fc.constantFrom("2026-01-01", "2026-06-30", "2026-09-01"), (list, on) => {
      const verdict = doesItCount({ ...question, on }, list, profile);
      if (!verdict.counts) return;
      expect(list).toContain(verdict.approval);
      expect(verdict.approval).toMatchObject({
        boardId: "nursing",
        activity,
        mode: "self-paced",
        locale: "en",
      });
      expect(verdict.approval.approvedOn <= on && on <= (verdict.approval.expiresOn ?? on)).toBe(true);
      expect(on < (verdict.approval.endedOn ?? "9999-12-31")).toBe(true);
    }),
  );
});

test("one more approval never turns a yes into a no", () => {
  fc.assert(
    fc.property(approvals, approvals, (list, more) => {
      if (!doesItCount(question, list, profile).counts) return;
      expect(doesItCount(question, [...list, ...more], profile).counts).toBe(true);
    }),
  );
});

test("another state's license never counts, whatever was approved here", () => {
  fc.assert(
    fc.property(approvals, (list) => {
      const license = { ...question.license, jurisdiction: "al" };
      expect(doesItCount({ ...question, license }, list, profile)).toEqual({
        counts: false,
        reason: "other-state",
      });
    }),
  );
});

test("a license's page says what its board counts: at least one course, none any more, none yet, or none ever", () => {
  expect(countingOf([], "2026-06-30")).toBe("never");
  expect(countingOf([approval], "2026-06-30")).toBe("counts");
  expect(countingOf([approval], "2027-01-01")).toBe("ended");
  expect(countingOf([{ ...approval, endedOn: "2026-06-30" }], "2026-06-30")).toBe("ended");
  expect(countingOf([approval], "2025-12-31")).toBe("later");
});
