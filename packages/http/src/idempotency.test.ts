import { createLogger, DomainError } from "@concord/runtime";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { handleErrors } from "./handle-errors.ts";
import { type Begun, type IdempotencyStore, idempotent, type StoredResponse } from "./idempotency.ts";
import { problemSchema } from "./problem-schema.ts";

const problemOf = async (response: Response) => problemSchema.parse(await response.json());

function memoryStore(): IdempotencyStore & { keys: Map<string, unknown> } {
  const keys = new Map<string, { fingerprint: string; response?: StoredResponse }>();
  return {
    keys,
    async begin(key, fingerprint): Promise<Begun> {
      const known = keys.get(key);
      if (known && known.fingerprint !== fingerprint) return { state: "mismatch" };
      if (known) return known.response ? { state: "done", response: known.response } : { state: "running" };
      const mine: { fingerprint: string; response?: StoredResponse } = { fingerprint };
      keys.set(key, mine);
      const settle = async (effect: () => Promise<StoredResponse | undefined>) => {
        const response = await effect();
        if (response) mine.response = response;
        else keys.delete(key);
      };
      return { state: "new", claim: { settle } };
    },
  };
}

function build(required = false) {
  const app = new Hono();
  const store = memoryStore();
  const gate = { open: Promise.resolve(), fail: false, made: 0 };
  handleErrors(app, { log: createLogger({ destination: { write: () => undefined } }) });
  app.use(idempotent({ store, scope: (c) => c.req.header("authorization") ?? "", required }));
  app.post("/members", async (c) => {
    const { firm } = await c.req.json();
    await gate.open;
    if (gate.fail) throw new DomainError("membership.closed", "conflict");
    gate.made += 1;
    return c.json({ firm, number: gate.made }, 201, { Location: `/members/${gate.made}`, "X-Other": "1" });
  });
  app.post("/forms", async (c) => {
    const { firm, policy } = await c.req.parseBody();
    gate.made += 1;
    return c.json({ firm, size: policy instanceof File && policy.size }, 201);
  });
  app.post("/echo", async (c) => c.body(await c.req.text()));
  const post = (key: string | undefined, firm: string, who = "a") =>
    app.request("/members", {
      method: "POST",
      body: JSON.stringify({ firm }),
      headers: { authorization: who, ...(key === undefined ? {} : { "idempotency-key": key }) },
    });
  return { app, post, gate, store };
}

test("the same key and body have one effect and one answer", async () => {
  const { post, gate } = build();
  const first = await post("k1", "Gulf");
  const again = await post('"k1"', "Gulf");
  expect(gate.made).toBe(1);
  expect(await again.json()).toEqual(await first.json());
  expect([again.status, again.headers.get("location")]).toEqual([201, "/members/1"]);
  expect([first.headers.get("idempotency-replayed"), again.headers.get("idempotency-replayed")]).toEqual([
    null,
    "true",
  ]);
  expect(again.headers.get("content-type")).toBe("application/json");
});

test("the same key with another body is refused, and is another client's own", async () => {
  const { post } = build();
  await post("k1", "Gulf");
  const other = await post("k1", "Delta");
  expect([other.status, (await problemOf(other)).code]).toEqual([422, "http.idempotency-key-reused"]);
  expect((await post("k1", "Delta", "b")).status).toBe(201);
});

test("while the first runs the second waits outside", async () => {
  const { post, gate } = build();
  const { promise, resolve } = Promise.withResolvers<void>();
  gate.open = promise;
  const first = post("k1", "Gulf");
  await new Promise((done) => setTimeout(done, 20));
  const second = await post("k1", "Gulf");
  expect([second.status, (await problemOf(second)).code]).toEqual([409, "http.idempotency-in-progress"]);
  resolve();
  expect((await first).status).toBe(201);
});

test("a refusal is not kept: the cause may be mended", async () => {
  const { post, gate, store } = build();
  gate.fail = true;
  expect((await post("k1", "Gulf")).status).toBe(409);
  expect(store.keys.size).toBe(0);
  gate.fail = false;
  expect((await post("k1", "Gulf")).status).toBe(201);
});

test("a missing or unfit key", async () => {
  expect((await build().post(undefined, "Gulf")).status).toBe(201);
  for (const key of [undefined, "", "a b", "x".repeat(256)]) {
    const response = await build(true).post(key, "Gulf");
    expect([response.status, (await problemOf(response)).code]).toEqual([
      400,
      "http.idempotency-key-missing",
    ]);
  }
});

test("a form sent again may part its fields otherwise; another field or file is another request", async () => {
  const { app, gate } = build();
  const send = (change: Partial<Record<"firm" | "file" | "name" | "type", string>>) => {
    const { firm = "Gulf", file = "our policy", name = "policy.pdf", type = "application/pdf" } = change;
    const body = new FormData();
    body.append("firm", firm);
    body.append("policy", new File([file], name, { type }));
    // A new boundary each time.
    return app.request("/forms", { method: "POST", body, headers: { "idempotency-key": "f1" } });
  };
  const first = await send({});
  expect([first.status, await first.json()]).toEqual([201, { firm: "Gulf", size: 10 }]);
  const again = await send({});
  expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
  expect(gate.made).toBe(1);
  const others = [{ firm: "Delta" }, { file: "our palicy" }, { name: "other.pdf" }, { type: "image/png" }];
  for (const other of others) {
    expect((await problemOf(await send(other))).code).toBe("http.idempotency-key-reused");
  }
});

test("a broken form is told by its bytes, and left to the handler", async () => {
  const { app } = build();
  const headers = { "content-type": "multipart/form-data; boundary=x", "idempotency-key": "b1" };
  const send = (body: string) => app.request("/echo", { method: "POST", body, headers });
  expect(await (await send("no parts")).text()).toBe("no parts");
  expect((await send("no parts")).headers.get("idempotency-replayed")).toBe("true");
  expect((await problemOf(await send("none"))).code).toBe("http.idempotency-key-reused");
});
