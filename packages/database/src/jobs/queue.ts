export interface QueueDefinition {
  readonly name: string;
  /** Further attempts after the first one fails. */
  readonly retryLimit: number;
  /** Seconds before the second attempt; doubled, with jitter, for each one after it, up to an hour. */
  readonly retryDelay: number;
}

/** A queue whose jobs carry `T`, as JSON. */
export interface Queue<T extends object> extends QueueDefinition {
  /** Never set: it ties the data's type to the queue. */
  readonly carries?: T;
}

export function defineQueue<T extends object>(
  name: string,
  options: { readonly retryLimit?: number; readonly retryDelay?: number } = {},
): Queue<T> {
  return { name, retryLimit: options.retryLimit ?? 8, retryDelay: options.retryDelay ?? 5 };
}
