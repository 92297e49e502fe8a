export { bootRegion } from "./boot/boot-region.ts";
export { loadRegionKeys } from "./boot/load-region-keys.ts";
