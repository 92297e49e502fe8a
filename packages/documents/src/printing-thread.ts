import { parentPort } from "node:worker_threads";
import { createPress } from "./press.ts";

const port = parentPort;
if (!port) throw new Error("this module is the entry of a worker thread");
const press = createPress();

port.on("message", ({ id, request }) => {
  try {
    const pdf = press.print(request);
    port.postMessage({ id, pdf }, [pdf.buffer]);
  } catch (error) {
    port.postMessage({ id, fault: error instanceof Error ? error.message : "unknown" });
  }
});
