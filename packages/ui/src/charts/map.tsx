import { writeNumber } from "@concord/runtime";
import { geoBounds, geoCentroid, geoConicEqualArea, geoPath } from "d3-geo";
import type { FeatureCollection, Geometry } from "geojson";
import { Table } from "../display/table.tsx";
import { useChrome, useSite } from "../page/site-scope.tsx";
import { ChartFrame, type ChartProps, pictureAttributes } from "./chart-frame.tsx";
import { classesOf } from "./classes.ts";
import { MapLegend, MapPatterns } from "./map-legend.tsx";

export interface MapArea {
  /** FIPS: two digits for a state, five for a county. */
  readonly fips: string;
  /** Undefined where no figure is given or it is withheld. */
  readonly value: number | undefined;
  /** The outline's own name unless given. */
  readonly label?: string;
  readonly href?: string;
  /** Written on the map in the name's place, where names are too long for it. */
  readonly short?: string;
  /** An emblem's address; it stands on the map in the figure's place, which the table keeps. */
  readonly emblem?: string;
}

export interface MapProps extends ChartProps {
  readonly areas: readonly MapArea[];
  /** Lower bounds of the second to fourth class; quartiles unless given. */
  readonly limits?: readonly number[];
  readonly valueLabel?: string;
}

const width = 420;

/** Choropleth of some states, each with its figure written on it. */
export function StateMap(props: MapProps) {
  const outlines = useSite().assets.atlas.states(props.areas.map((area) => area.fips));
  return <Choropleth chart={props} outlines={outlines} labelled />;
}

/** Choropleth of one state's counties; a county without an area in the list has no figure. */
export function CountyMap(props: MapProps & { stateFips: string }) {
  return (
    <Choropleth chart={props} outlines={useSite().assets.atlas.counties(props.stateFips)} labelled={false} />
  );
}

type Outlines = FeatureCollection<Geometry, { name: string }>;

function Choropleth({
  chart,
  outlines,
  labelled,
}: {
  chart: MapProps;
  outlines: Outlines;
  labelled: boolean;
}) {
  const t = useChrome();
  const { locale } = useSite();
  const format = chart.format ?? ((value: number) => writeNumber(value, locale));
  const given = new Map(chart.areas.map((area) => [area.fips, area]));
  const values = chart.areas.flatMap((area) => (area.value === undefined ? [] : [area.value]));
  const classes = classesOf(values, chart.limits);
  const places = outlines.features.map((outline): Place => {
    const area = given.get(String(outline.id));
    return {
      outline,
      name: area?.label ?? outline.properties.name,
      value: area?.value,
      href: area?.href,
      short: area?.short,
      emblem: area?.emblem,
    };
  });
  const told = (value: number | undefined) => (value === undefined ? t("chart.missing") : format(value));
  const fill = (value: number) => `url(#${chart.id}-class-${classes.of(value)})`;
  const table = (
    <Table
      caption={chart.title}
      captionHidden
      compact
      rows={[...places].sort((a, b) => a.name.localeCompare(b.name, locale))}
      columns={[
        {
          header: t("chart.place"),
          cell: (place) => (place.href ? <a href={place.href}>{place.name}</a> : place.name),
        },
        { header: chart.valueLabel ?? t("chart.value"), cell: (place) => told(place.value), numeric: true },
      ]}
    />
  );
  return (
    <ChartFrame chart={chart} table={table}>
      <Picture
        chart={chart}
        outlines={outlines}
        places={places}
        fill={fill}
        told={told}
        labelled={labelled}
      />
      <MapLegend
        id={chart.id}
        classes={classes}
        values={values}
        format={format}
        missing={places.some((place) => place.value === undefined)}
      />
    </ChartFrame>
  );
}

interface Place {
  readonly outline: Outlines["features"][number];
  readonly name: string;
  readonly short: string | undefined;
  readonly emblem: string | undefined;
  readonly value: number | undefined;
  readonly href: string | undefined;
}

function Picture(props: {
  chart: MapProps;
  outlines: Outlines;
  places: readonly Place[];
  fill: (value: number) => string;
  told: (value: number | undefined) => string;
  labelled: boolean;
}) {
  const { chart, places, fill, told, labelled } = props;
  const { path, height } = draw(props.outlines);
  return (
    <svg
      class="cc-map"
      preserveAspectRatio="xMinYMin meet"
      viewBox={`0 0 ${width} ${height}`}
      {...pictureAttributes(chart)}
    >
      <title id={`${chart.id}-title`}>{chart.title}</title>
      <desc id={`${chart.id}-desc`}>{chart.description}</desc>
      <MapPatterns id={chart.id} />
      {places.map(({ outline, name, value }) => (
        <path
          class={value === undefined ? "cc-map__area cc-map__area--missing" : "cc-map__area"}
          d={path(outline) ?? ""}
          fill={value === undefined ? undefined : fill(value)}
        >
          <title>{`${name}: ${told(value)}`}</title>
        </path>
      ))}
      {labelled &&
        places.map(({ outline, name, short, value, emblem }) => {
          const [x, y] = path.centroid(outline);
          if (emblem) return <AreaEmblem x={x} y={y} name={short ?? name} emblem={emblem} />;
          return (
            <AreaLabel x={x} y={y} name={short ?? name} value={value === undefined ? "–" : told(value)} />
          );
        })}
    </svg>
  );
}

/** An equal-area cone around the outlines' own middle, so that no state leans. */
function draw(outlines: Outlines) {
  const [longitude] = geoCentroid(outlines);
  const [[, south], [, north]] = geoBounds(outlines);
  const sixth = (north - south) / 6;
  const projection = geoConicEqualArea()
    .parallels([south + sixth, north - sixth])
    .rotate([-longitude, 0])
    .fitWidth(width - 4, outlines);
  const path = geoPath(projection).digits(1);
  const [[left, top], [, bottom]] = path.bounds(outlines);
  const [dx, dy] = projection.translate();
  projection.translate([dx - left + 2, dy - top + 2]);
  return { path, height: Math.ceil(bottom - top + 4) };
}

function AreaLabel({ x, y, name, value }: { x: number; y: number; name: string; value: string }) {
  return (
    <g class="cc-map__label">
      <text x={x.toFixed(1)} y={(y - 1).toFixed(1)} text-anchor="middle">
        {name}
      </text>
      <text class="cc-map__value" x={x.toFixed(1)} y={(y + 13).toFixed(1)} text-anchor="middle">
        {value}
      </text>
    </g>
  );
}

const emblemSize = 20;

function AreaEmblem({ x, y, name, emblem }: { x: number; y: number; name: string; emblem: string }) {
  const left = (x - emblemSize / 2).toFixed(1);
  const top = (y - emblemSize + 5).toFixed(1);
  return (
    <g class="cc-map__label">
      <image href={emblem} x={left} y={top} width={emblemSize} height={emblemSize} />
      <text x={x.toFixed(1)} y={(y + 15).toFixed(1)} text-anchor="middle">
        {name}
      </text>
    </g>
  );
}
