import type { Child } from "hono/jsx";
import { beforeAll, expect, test } from "vitest";
import { sampleSite } from "../../test/sample-site.ts";
import { ensureUiAssets, type UiAssets } from "../assets/ui-assets.ts";
import { Page } from "../page/page.tsx";
import { BarChart } from "./bar-chart.tsx";
import { LineChart } from "./line-chart.tsx";
import { StateMap } from "./map.tsx";

let assets: UiAssets;
beforeAll(async () => {
  assets = await ensureUiAssets();
});

const chart = { id: "one", title: "A chart", description: "What it shows." };

async function draw(shown: Child, locale = "en") {
  return String(
    await (
      <Page site={sampleSite(assets, locale)} title="Charts">
        {shown}
      </Page>
    ),
  );
}

test("a label too long for a phone stands in lines, its note where it fits, and the bars below make room", async () => {
  const bars = [
    { label: "Servicios administrativos, de apoyo y de gestión de residuos", value: 4, note: "56" },
    { label: "Virginia Occidental", value: 2, note: "atrasado: sin cifras tras la suspensión de octubre" },
  ];
  const html = await draw(<BarChart {...chart} bars={bars} />, "es");
  const lines = [...html.matchAll(/<text x="0" y="(\d+)">(.*?)<\/text>/g)].map(([, y, text]) => [
    Number(y),
    text?.replaceAll(/<[^>]+>/g, ""),
  ]);
  expect(lines).toEqual([
    [16, "Servicios administrativos, de apoyo y de"],
    [34, "gestión de residuos 56"],
    [80, "Virginia Occidental"],
    [98, "atrasado: sin cifras tras la suspensión de"],
    [116, "octubre"],
  ]);
  expect(html).toContain('height="150"');
});

test("the figures of a line's scale and of its end stand beside the picture, where no line runs", async () => {
  const html = await draw(
    <LineChart
      {...chart}
      periods={["Jan 2026", "Feb 2026"]}
      series={[{ label: "Ohio", values: [10, 156] }]}
    />,
  );
  expect(html).toMatch(/<text class="cc-lines__tick" x="-8" y="\d+" text-anchor="end">0<\/text>/);
  expect(html).toMatch(/<text class="cc-lines__end" x="100%" dx="8" y="[\d.]+">156<\/text>/);
});

test("a map's key tells from what to what each class goes, as figures are written on the map", async () => {
  const values = { "28": 0.391, "01": 1.19, "13": 1.2, "47": 2.5, "21": 2.5, "48": 3.1, "54": undefined };
  const areas = Object.entries(values).map(([fips, value]) => ({ fips, value }));
  const key = async (locale: string) => {
    const format = (value: number) => value.toFixed(2);
    const html = await draw(
      <StateMap {...chart} areas={areas} limits={[1.195, 2, 3]} format={format} />,
      locale,
    );
    const list = /<ul class="cc-legend-list">.*?<\/ul>/s.exec(html)?.[0] ?? "";
    return [...list.matchAll(/<\/svg>(.*?)<\/li>/g)].map(([, text]) => text);
  };
  expect(await key("en")).toEqual(["0.39 to 1.19", "1.20", "2.50", "3.10", "not given"]);
  expect((await key("es"))[0]).toBe("0.39 a 1.19");
});
