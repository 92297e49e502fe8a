import { DomainError } from "@concord/runtime";
import { expect, test } from "vitest";
import { type Begin, Member, type Running } from "./instance.ts";

const answering = (more: Partial<Running> = {}): Running => ({
  fetch: () => new Response("here"),
  close: async () => undefined,
  ...more,
});

test("of what went wrong a status tells the code and never the words", async () => {
  const causes = [
    new DomainError("database.folder-in-use", "conflict"),
    new Error("select secret from keys"),
  ];
  const member = new Member("zz", async () => {
    throw causes.shift();
  });
  await expect(member.start()).rejects.toThrow();
  expect(member.status).toEqual({ phase: "failed", problem: "database.folder-in-use" });
  await expect(member.start()).rejects.toThrow();
  expect(member.status).toEqual({ phase: "failed", problem: "unexpected" });
});

test("one that ends by itself is failed, answers nothing, and starts again", async () => {
  const ends: (() => void)[] = [];
  const member = new Member("zz", async () =>
    answering({ ended: new Promise<void>((resolve) => ends.push(resolve)) }),
  );
  await member.start();
  expect(member.status.phase).toBe("ready");
  ends[0]?.();
  await Promise.resolve();
  expect(member.status).toEqual({ phase: "failed", problem: "network.process-ended" });
  expect(await member.fetch(new Request("http://zz/"))).toBeUndefined();
  await member.start();
  expect(member.status.phase).toBe("ready");
  // The end of the first one is no news of the second.
  ends[0]?.();
  await Promise.resolve();
  expect(member.status.phase).toBe("ready");
});

test("one that is stopped as asked is stopped, whatever it says afterwards", async () => {
  let end: (() => void) | undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const member = new Member("zz", async () => answering({ ended, close: async () => end?.() }));
  await member.start();
  await member.stop();
  expect(member.status).toEqual({ phase: "stopped" });
});

test("stopping breaks off a start that is under way, and one that waits behind it never begins", async () => {
  let begun = 0;
  const begin: Begin = (_report, signal) => {
    begun += 1;
    return new Promise((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  };
  const member = new Member("zz", begin);
  const starts = [member.start(), member.start()];
  await Promise.resolve();
  await member.stop();
  await Promise.all(starts);
  expect(begun).toBe(1);
  expect(member.status).toEqual({ phase: "stopped" });
});
