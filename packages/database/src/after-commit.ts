import type { Tx } from "./database.ts";

type Hook = () => void;

const hooksOf = new WeakMap<Tx, Hook[]>();

/**
 * Runs `run` once, after the outermost commit of `Database.transaction`; never when it, or the savepoint
 * that `tx` belongs to, is rolled back. Throws for a transaction that `Database.transaction` did not open.
 */
export function afterCommit(tx: Tx, run: Hook): void {
  const hooks = hooksOf.get(tx);
  if (!hooks) throw new Error("afterCommit needs a transaction of Database.transaction");
  hooks.push(run);
}

/** Collects the hooks of `tx` in `hooks`; those of a savepoint join them once it is released. */
export function collectHooks(tx: Tx, hooks: Hook[]): void {
  hooksOf.set(tx, hooks);
  const savepoint = tx.transaction.bind(tx);
  tx.transaction = async <T>(work: (nested: Tx) => Promise<T>): Promise<T> => {
    const inner: Hook[] = [];
    const result = await savepoint((nested) => {
      collectHooks(nested, inner);
      return work(nested);
    });
    hooks.push(...inner);
    return result;
  };
}
