import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

type Area = Feature<Geometry, { name: string }>;

/** Outlines of the Census Bureau at 1:10 million (us-atlas), by FIPS code. */
export interface Atlas {
  states(fips: readonly string[]): FeatureCollection<Geometry, { name: string }>;
  /** The counties whose codes start with the state's two digits. */
  counties(stateFips: string): FeatureCollection<Geometry, { name: string }>;
}

const { resolve } = createRequire(import.meta.url);

type UsAtlas = Topology<Record<string, GeometryCollection<{ name: string }>>>;

/** Reads the outlines once, about 1 MB of JSON. */
export async function loadAtlas(): Promise<Atlas> {
  const [states, counties] = await Promise.all([read("states"), read("counties")]);
  return {
    states: (fips) => collection(states.filter((area) => fips.includes(String(area.id)))),
    counties: (stateFips) => collection(counties.filter((area) => String(area.id).startsWith(stateFips))),
  };
}

async function read(layer: "states" | "counties"): Promise<Area[]> {
  const topology: UsAtlas = JSON.parse(await readFile(resolve(`us-atlas/${layer}-10m.json`), "utf8"));
  const objects = topology.objects[layer];
  if (!objects) throw new Error(`us-atlas holds no ${layer}`);
  return feature(topology, objects).features;
}

const collection = (features: Area[]): FeatureCollection<Geometry, { name: string }> => ({
  type: "FeatureCollection",
  features,
});
