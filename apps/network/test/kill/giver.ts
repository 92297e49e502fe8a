import type { Visitor } from "@concord/testing";
import { offerTraining, publishTraining, rewriteTraining, writeTraining } from "../write-training.ts";
import type { Wire } from "./client.ts";

/** One training, and what its office was told of it. */
export interface Given {
  readonly title: string;
  id?: string;
  /** Revisions whose publication was acknowledged. */
  published: number;
  /** Revisions whose publication was ever asked for. */
  asked: number;
}

export interface GiverParts {
  readonly wire: Wire;
  readonly origin: string;
  /** Signed in as an officer. */
  readonly office: Visitor;
  readonly token: string;
  readonly random: () => number;
  readonly newTitle: () => string;
}

/** An officer who writes one training after the other, publishes each and sometimes a revision of it. */
export class Giver {
  /** Oldest first: written only after an answer came. */
  readonly log: Given[] = [];
  readonly #parts: GiverParts;
  #stopping = false;

  constructor(parts: GiverParts) {
    this.#parts = parts;
  }

  /** What made it stop; undefined where it was asked to. */
  async run(): Promise<unknown> {
    this.#stopping = false;
    try {
      while (!this.#stopping) await this.#walk();
      return undefined;
    } catch (error) {
      return error;
    }
  }

  /** It ends what it is at. */
  stop(): void {
    this.#stopping = true;
  }

  /** Sends again what stayed without an answer, as a person would who sees what is there. */
  async tryAgain(): Promise<void> {
    const last = this.log.at(-1);
    if (!last) return;
    const { office } = this.#parts;
    await office.open("/office/trainings");
    const row = office.seen.html.split("<tr").find((part) => part.includes(last.title));
    last.id ??= /trn_[0-9a-f]+/.exec(row ?? "")?.[0];
    if (!last.id) return;
    await offerTraining(office, last.id);
    if (last.asked > last.published) await this.#sendAgain(last, last.id);
    else if (await publishTraining(office, last.id)) last.asked += 1;
    last.published = last.asked;
  }

  async #walk(): Promise<void> {
    const { office, newTitle, random } = this.#parts;
    const given: Given = { title: newTitle(), published: 0, asked: 0 };
    this.log.push(given);
    given.id = await writeTraining(office, wordsOf(given));
    await this.#give(given, given.id);
    if (random() < 0.5) return;
    await rewriteTraining(office, given.id, wordsOf(given));
    await this.#give(given, given.id);
  }

  async #give(given: Given, id: string): Promise<void> {
    const { office, random } = this.#parts;
    await offerTraining(office, id);
    given.asked += 1;
    if (random() < 0.5) {
      const status = await this.#post(given, id);
      if (status !== 201) throw new Error(`a publication was answered with ${status}`);
    } else if (!(await publishTraining(office, id))) throw new Error(`${given.title} cannot be published`);
    given.published = given.asked;
  }

  /** The same key again: the first answer, or a word that it still counts as running or has nothing left to do. */
  async #sendAgain(given: Given, id: string): Promise<void> {
    const status = await this.#post(given, id);
    if (status !== 201 && status !== 409)
      throw new Error(`a repeated publication was answered with ${status}`);
    await publishTraining(this.#parts.office, id);
  }

  async #post({ title, asked }: Given, id: string): Promise<number> {
    const { wire, origin, token } = this.#parts;
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "idempotency-key": `${title}-${asked}`.replaceAll(" ", "-"),
    };
    const body = JSON.stringify({ kind: "training", id });
    const request = new Request(`${origin}/api/v1/network/published`, { method: "POST", headers, body });
    return (await wire.fetch(request)).status;
  }
}

/** Each revision says something else, so that none can stand for another. */
function wordsOf({ title, asked }: Given) {
  return { en: title, es: `${title} en español`, said: `Version ${asked + 1} of ${title}` };
}
