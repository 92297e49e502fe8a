import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser } from "@concord/testing";
import type { Browser } from "playwright-core";
import { writeEighthState } from "../../test/eighth-state.ts";
import { officer } from "../../test/trial-place.ts";
import { type MadeTraining, madeUpTraining } from "../teach.ts";
import { type Walker, type WalkerOptions, walker } from "../walker.ts";
import { States } from "./states.ts";

/** What one training is called in each place. */
export interface Shared {
  readonly made: MadeTraining;
  /** Its name at its origin, and in the network. */
  trainingId: string;
  item: string;
  /** SHA-256 of the lesson's picture. */
  picture: string;
}

/** A network of three states and one browser. Everything of it is removed at the end. */
export class Story {
  readonly states: States;
  readonly chromium: Browser;
  /** Revised, recalled and erased. */
  readonly doomed = toBeShared();
  /** Outlives its origin and a thief. */
  readonly lasting = toBeShared();
  /** All that Mississippi had on the day when it was switched off. */
  backup = "";
  readonly #officers = new Map<string, Walker>();
  readonly #profiles: string;

  private constructor(states: States, chromium: Browser, profiles: string) {
    this.states = states;
    this.chromium = chromium;
    this.#profiles = profiles;
  }

  static async begin(): Promise<Story> {
    const codes = ["ms", "al", "ga"];
    const states = await States.found(codes);
    const profiles = await mkdtemp(join(tmpdir(), "concord-profiles-"));
    const story = new Story(states, await browser(), profiles);
    try {
      await Promise.all(codes.map((code) => story.states.open(code)));
    } catch (error) {
      await story.end();
      throw error;
    }
    return story;
  }

  /** A state that no list knows joins: its request, the keepers' signatures, and its first start. */
  async join(): Promise<void> {
    await this.states.admit(await writeEighthState(this.#profiles), "zz");
  }

  /** The state's officer in a window of their own, signed in. */
  async officer(code: string): Promise<Walker> {
    const known = this.#officers.get(code);
    if (known) return known;
    const fresh = await this.person();
    await fresh.signIn(code, officer.email);
    this.#officers.set(code, fresh);
    return fresh;
  }

  person(options: WalkerOptions = {}): Promise<Walker> {
    return walker(this.chromium, this.states, options);
  }

  /** Whoever still has a window closes it, which says whether all their pages were free of errors. */
  async goHome(): Promise<void> {
    for (const one of this.#officers.values()) await one.close();
    this.#officers.clear();
  }

  async end(): Promise<void> {
    await this.chromium.close();
    await this.states.remove();
    await rm(this.#profiles, { recursive: true, force: true });
  }
}

function toBeShared(): Shared {
  return { made: madeUpTraining(), trainingId: "", item: "", picture: "" };
}
