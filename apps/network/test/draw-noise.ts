import { randomBytes } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

/** A picture that no folder holds yet, as PNG (RFC 2083): noise, which does not shrink. */
export function drawNoise(width: number, height: number): File {
  return drawRows("noise.png", width, height, () => randomBytes(width * 3));
}

/** The same for a person to look at: a sky that darkens from a color of its own. */
export function drawDusk(width: number, height: number): File {
  const color = [...randomBytes(3)].map((part) => 130 + part / 3);
  const row = (at: number) => Buffer.from(color.map((part) => Math.round(part * (1 - (0.8 * at) / height))));
  return drawRows("dusk.png", width, height, (at) =>
    Buffer.concat(Array.from({ length: width }, () => row(at))),
  );
}

function drawRows(name: string, width: number, height: number, row: (at: number) => Buffer): File {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits of red, green and blue; each row begins with its filter, which is none.
  head.set([8, 2], 8);
  const rows = Array.from({ length: height }, (_, at) => [Buffer.from([0]), row(at)]).flat();
  const chunks = [chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.concat(rows))), chunk("IEND")];
  const png = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks]);
  return new File([png], name, { type: "image/png" });
}

function chunk(name: string, content: Uint8Array = new Uint8Array()): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.byteLength, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
