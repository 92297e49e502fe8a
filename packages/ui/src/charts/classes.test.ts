import { expect, test } from "vitest";
import { classesOf } from "./classes.ts";

test("quartiles are rounded to two digits and rise", () => {
  const { limits, of } = classesOf([1, 12, 118, 233, 471, 1288, 2011]);
  expect(limits).toEqual([65, 230, 880]);
  expect([1, 65, 233, 2011].map(of)).toEqual([0, 1, 2, 3]);
});

test("equal values are one class, and so are none", () => {
  expect(classesOf([4, 4, 4]).limits).toEqual([]);
  expect(classesOf([]).limits).toEqual([]);
});

test("limits that are given are kept", () => {
  expect(classesOf([1, 2, 3], [2]).of(2)).toBe(1);
});
