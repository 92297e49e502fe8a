import decodeQr from "qr/decode.js";
import { expect, test } from "vitest";
import { qrSvg } from "./qr-code.ts";

test("a reader finds the address in the drawn modules", () => {
  const address = "https://mw.example.test/verify/7KQ4M2XD9H";
  const svg = qrSvg(address);
  const side = Number(/viewBox="0 0 (\d+) \d+"/.exec(svg)?.[1]);
  const scale = 4;
  const size = side * scale;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column++)
        data.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3);
  }
  expect(decodeQr({ width: size, height: size, data })).toBe(address);
});
