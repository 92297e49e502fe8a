import type { PropsWithChildren } from "hono/jsx";

export function Tag({ children }: PropsWithChildren) {
  return <span class="usa-tag cc-tag">{children}</span>;
}

/** `good` holds, `new` was not read yet, `waiting` is with somebody, `attention` needs the reader, `stopped` is over or refused. */
export type Status = "good" | "new" | "waiting" | "attention" | "stopped" | "neutral";

/** Told apart by its mark as well as its color. */
export function StatusTag({ status, children }: PropsWithChildren<{ status: Status }>) {
  return <span class={`cc-status cc-status--${status}`}>{children}</span>;
}
