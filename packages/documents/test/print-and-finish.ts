import { posterPdf } from "../src/index.ts";
import { samplePoster } from "./sample-documents.ts";

const pdf = await posterPdf(samplePoster);
process.stdout.write(`${Buffer.from(pdf.subarray(0, 8)).toString("latin1")} ${pdf.length}\n`);
