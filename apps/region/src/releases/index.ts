export {
  type FigureRow,
  figuresKind,
  figuresOf,
  figuresSchema,
  type HiddenRule,
  type RefusalReason,
  type Release,
} from "./model.ts";
export { receiveFigures } from "./receive.ts";
export {
  figuresInMonth,
  hasReleases,
  newestReleases,
  refusalsOf,
  releasesOf,
  removeReleases,
  type SeriesRow,
  seriesOf,
} from "./store.ts";
