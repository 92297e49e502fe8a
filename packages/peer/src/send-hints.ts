import { eq } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { ownCheckpoint } from "./own-checkpoint.ts";
import { feeds } from "./tables.ts";

const gatherMilliseconds = 100;

/**
 * Tells the other members how far our feed goes, once for a burst of publications. Polling covers what is lost.
 * Whoever is told asks for our checkpoint, which names a newer registry as well.
 */
export class HintSender {
  readonly #context: PeerContext;
  #timer: NodeJS.Timeout | undefined;
  #news = false;

  constructor(context: PeerContext) {
    this.#context = context;
  }

  tell(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#context.background.run("hints", () => this.#send());
    }, gatherMilliseconds);
  }

  /** There is a newer registry: worth a call even where nothing was ever published. */
  tellNews(): void {
    this.#news = true;
    this.tell();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    const { code, client, database, trust } = this.#context;
    // Signed and kept in the high-water file before anybody asks for it.
    await ownCheckpoint(this.#context);
    const [feed] = await database.db.select().from(feeds).where(eq(feeds.code, code));
    const news = this.#news;
    this.#news = false;
    if (!feed || (feed.appendedThrough === 0 && !news)) return;
    const { registry } = await trust.current();
    const others = registry.members.filter((member) => member.code !== code && member.status === "active");
    const hint = { feed: code, seq: feed.appendedThrough };
    await Promise.all(others.map((member) => client.post(member, "/federation/v1/hints", hint)));
  }
}
