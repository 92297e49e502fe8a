import { eq } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { ownCheckpoint } from "./own-checkpoint.ts";
import { feeds } from "./tables.ts";

const gatherMilliseconds = 100;

/** Tells the other members how far our feed goes, once for a burst of publications. Polling covers what is lost. */
export class HintSender {
  readonly #context: PeerContext;
  #timer: NodeJS.Timeout | undefined;

  constructor(context: PeerContext) {
    this.#context = context;
  }

  tell(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#context.background.run("hints", () => this.#send());
    }, gatherMilliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    const { code, client, database, trust } = this.#context;
    // Signed and kept in the high-water file before anybody asks for it.
    await ownCheckpoint(this.#context);
    const [feed] = await database.db.select().from(feeds).where(eq(feeds.code, code));
    if (!feed?.appendedThrough) return;
    const { registry } = await trust.current();
    const others = registry.members.filter((member) => member.code !== code && member.status === "active");
    const hint = { feed: code, seq: feed.appendedThrough };
    await Promise.all(others.map((member) => client.post(member, "/federation/v1/hints", hint)));
  }
}
