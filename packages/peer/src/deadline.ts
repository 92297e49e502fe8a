/**
 * Gives work so many milliseconds, and no longer than the peer runs. It is left then whether or not it heeds the
 * signal; the timer holds the signal, which a composed one of the platform does not always survive.
 */
export async function withDeadline<T>(
  milliseconds: number,
  stopping: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const over = Promise.withResolvers<never>();
  const end = () => {
    controller.abort();
    over.reject(new Error("time is over"));
  };
  const timer = setTimeout(end, milliseconds);
  if (stopping.aborted) end();
  stopping.addEventListener("abort", end, { once: true });
  try {
    return await Promise.race([work(controller.signal), over.promise]);
  } finally {
    clearTimeout(timer);
    stopping.removeEventListener("abort", end);
    over.promise.catch(() => undefined);
  }
}
