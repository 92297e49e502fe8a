import { Worker } from "node:worker_threads";
import type { PdfRequest } from "./press.ts";

interface Waiting {
  readonly template: string;
  resolve(pdf: Uint8Array): void;
  reject(error: Error): void;
}

interface Reply {
  readonly id: number;
  readonly pdf?: Uint8Array;
  readonly fault?: string;
}

interface PrintingThread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  next: number;
}

/** The compiler keeps no document's state, so one thread serves the process; it starts with the first document. */
let thread: PrintingThread | undefined;

/**
 * Sets a template as PDF/UA-1 (ISO 14289-1): tagged, titled, in `lang`. The same request gives the same pages.
 * Data reaches typst as JSON in `sys.inputs` and is never spliced into markup.
 * A page takes 10 to 20 ms, so it is set on a thread of its own. Rejects where the template or an image is faulty.
 */
export function renderPdf(request: PdfRequest): Promise<Uint8Array> {
  thread ??= openThread();
  const { worker, waiting } = thread;
  const id = thread.next++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { template: request.template, resolve, reject });
    worker.ref();
    worker.postMessage({ id, request });
  });
}

function openThread(): PrintingThread {
  const worker = new Worker(new URL("./printing-thread.ts", import.meta.url));
  const opened: PrintingThread = { worker, waiting: new Map(), next: 1 };
  worker.on("message", (reply: Reply) => settle(opened, reply));
  worker.on("error", (error: Error) => abandon(opened, error));
  worker.on("exit", (code) => abandon(opened, new Error(`the printing thread ended with ${code}`)));
  worker.unref();
  return opened;
}

function settle({ worker, waiting }: PrintingThread, { id, pdf, fault }: Reply): void {
  const request = waiting.get(id);
  waiting.delete(id);
  // An idle thread must not keep the process alive.
  if (waiting.size === 0) worker.unref();
  if (pdf) request?.resolve(pdf);
  else request?.reject(new Error(`the ${request.template} template was not set: ${fault}`));
}

/** Whatever ends the thread fails what waits for it; the next document starts a new one. */
function abandon(ended: PrintingThread, error: Error): void {
  if (thread === ended) thread = undefined;
  for (const { reject } of ended.waiting.values()) reject(error);
  ended.waiting.clear();
}
