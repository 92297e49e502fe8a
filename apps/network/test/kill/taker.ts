import { setTimeout as sleep } from "node:timers/promises";
import type { Visitor } from "@concord/testing";
import { z } from "zod";
import type { Wire } from "./client.ts";

/** One item of the network, and what the office that took it was told. */
export interface Taken {
  /** The newest revision whose adoption was acknowledged; 0 before. */
  revision: number;
  /** How often an adoption was acknowledged, and how often it was asked for. */
  adopted: number;
  asked: number;
  /** It was adopted with a contact of our own, which no update may lose. */
  phone?: string;
}

export interface TakerParts {
  readonly wire: Wire;
  readonly origin: string;
  /** Signed in as an officer. */
  readonly office: Visitor;
  readonly token: string;
  readonly random: () => number;
}

/** Between two looks at what waits: the giver needs the machine too. */
const breathMs = 10;
const page = z.object({ items: z.array(z.object({ item: z.string(), revision: z.number() })) });

/** An officer who adopts whatever comes in, by pages or by API, and applies every update. */
export class Taker {
  /** By item: written only after an answer came. */
  readonly log = new Map<string, Taken>();
  readonly #parts: TakerParts;
  #stopping = false;

  constructor(parts: TakerParts) {
    this.#parts = parts;
  }

  /** What made it stop; undefined where it was asked to. */
  async run(): Promise<unknown> {
    this.#stopping = false;
    try {
      while (!this.#stopping) {
        await this.takeAll();
        await sleep(breathMs);
      }
      return undefined;
    } catch (error) {
      return error;
    }
  }

  /** It ends what it is at. */
  stop(): void {
    this.#stopping = true;
  }

  /** Decides about everything that waits. */
  async takeAll(): Promise<void> {
    for (const status of ["new", "update-available"]) {
      const { items } = page.parse(await (await this.#ask(`/items?status=${status}&limit=5`)).json());
      for (const { item, revision } of items) await this.#take(item, revision, status);
    }
  }

  async #take(item: string, revision: number, status: string): Promise<void> {
    const taken = this.log.get(item) ?? { revision: 0, adopted: 0, asked: 0 };
    this.log.set(item, taken);
    taken.asked += 1;
    const byPage = this.#parts.random() < 0.5;
    const seen = byPage ? await this.#byPage(item, status, taken) : await this.#byApi(item, revision);
    // Another revision came meanwhile, and is there to be decided about.
    if (!seen) return;
    taken.adopted += 1;
    taken.revision = Math.max(taken.revision, seen);
  }

  async #byApi(item: string, revision: number): Promise<number | undefined> {
    const answer = await this.#ask(`/items/${item}/adopt`, { revision });
    if (answer.status === 409) return undefined;
    if (answer.status !== 200) throw new Error(`an adoption was answered with ${answer.status}`);
    return revision;
  }

  async #byPage(item: string, status: string, taken: Taken): Promise<number | undefined> {
    const { office } = this.#parts;
    const path = `/office/network/incoming/${item}`;
    await office.open(path);
    const form = status === "new" ? "adopt" : "apply";
    const revision = Number(/name="revision" value="(\d+)"/.exec(office.seen.html)?.[1]);
    const phone = `334-555-${String(100 + (this.log.size % 100)).padStart(4, "0")}`;
    const contact = {
      "contacts.0.label.en": "Desk",
      "contacts.0.label.es": "Mesa",
      "contacts.0.phone": phone,
    };
    const answer = await office.submit(`${path}/${form}`, status === "new" ? contact : {});
    if (answer.status === 409) return undefined;
    if (answer.status !== 200) throw new Error(`an adoption was answered with ${answer.status}`);
    if (status === "new") taken.phone = phone;
    return revision;
  }

  async #ask(path: string, body?: object): Promise<Response> {
    const { wire, origin, token } = this.#parts;
    const request = new Request(`${origin}/api/v1/network${path}`, {
      method: body ? "POST" : "GET",
      headers: { authorization: `Bearer ${token}`, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return wire.fetch(request);
  }
}
