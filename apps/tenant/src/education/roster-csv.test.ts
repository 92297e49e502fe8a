import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { defused, rosterCsv } from "./roster-csv.ts";

test("a roster's cells are no formulas, and the file survives commas, quotes and accents", () => {
  fc.assert(fc.property(fc.string(), (cell) => !/^[=+\-@\t\r\n|%]/.test(defused(cell))));
  const csv = rosterCsv(
    [
      {
        id: "crd_1",
        personId: "per_1",
        licenseId: "lic_1",
        boardId: "nursing",
        profession: "registered-nurse",
        licenseNumber: "=cmd|' /C calc'!A0",
        holder: 'Núñez, "Ana"',
        activity: { kind: "training", id: "trn_1" },
        title: "A, B",
        mode: "self-paced",
        locale: "en",
        contactHours: 1.5,
        approvalId: "apv_1",
        approvalNumber: "N-77",
        completedOn: "2026-06-30",
        certificateId: "crt_1",
        rosterId: null,
        createdAt: new Date(0),
      },
    ],
    "Demonstration.",
  );
  expect(csv.startsWith("\uFEFFLicense number,")).toBe(true);
  expect(csv).toContain(`'=cmd|' /C calc'!A0,registered-nurse,"Núñez, ""Ana""","A, B",N-77,`);
  expect(parse(csv, { bom: true, columns: true })).toMatchObject([
    { Name: 'Núñez, "Ana"', Notice: "Demonstration." },
  ]);
});
