const undos = new Set<() => Promise<void>>();
let stopped = false;

/**
 * Undoes something once, however the run ends: when what is returned is called, or when the run is stopped half-way.
 * Folders, servers and processes of a measure leave nothing behind.
 */
export function untilUndone(undo: () => Promise<void>): () => Promise<void> {
  const once = async () => {
    if (undos.delete(once)) await undo();
  };
  undos.add(once);
  return once;
}

/** At Ctrl-C whatever is open is undone, the last first. */
export function undoOnSignal(): void {
  const stop = () => {
    stopped = true;
    void undoAll().finally(() => process.exit(130));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

/** Nothing new is begun then. */
export function isStopped(): boolean {
  return stopped;
}

async function undoAll(): Promise<void> {
  for (const undo of [...undos].reverse()) {
    await undo().catch((error: unknown) => process.stderr.write(`Not undone: ${String(error)}\n`));
  }
}
