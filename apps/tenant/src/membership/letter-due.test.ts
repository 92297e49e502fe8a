import { expect, test } from "vitest";
import { memberChecklist } from "./checklist.ts";
import { dueText } from "./letter-due.ts";

const commitment = (id: string, everyMonths?: number) => ({
  id,
  text: { en: `Do ${id}.`, es: `Hacer ${id}.` },
  kind: "do" as const,
  evidence: "none" as const,
  ...(everyMonths ? { everyMonths } : {}),
});
const level = { commitments: [commitment("signs"), commitment("campaign", 6), commitment("policy")] };
const term = { validFrom: "2026-11-02", validUntil: "2027-11-01" };

const dueWith = (kept: readonly string[], locale: string) =>
  dueText(
    memberChecklist(
      level,
      kept.map((id) => ({ commitment: id, doneOn: "2026-11-02" })),
      term,
      "2026-11-02",
    ),
    locale,
  );

test("a letter lists what is still due, the earliest first, in its language", () => {
  expect(dueWith(["policy"], "en")).toBe(
    "What is due, and by when:\n- By May 2, 2027: Do campaign.\n- By November 1, 2027: Do signs.",
  );
  expect(dueWith(["policy"], "es")).toBe(
    "Lo que le falta por hacer, y hasta cuándo:\n- Hasta el 2 de mayo de 2027: Hacer campaign.\n- Hasta el 1 de noviembre de 2027: Hacer signs.",
  );
});

test("a letter to whom nothing is due says so and announces no list", () => {
  const all = ["signs", "campaign", "policy"];
  expect(dueWith(all, "en")).toBe(
    "Nothing is due from you now. Your member page shows it when something is.",
  );
  expect(dueWith(all, "es")).toMatch(/^Por ahora no le falta nada por hacer\./);
});
