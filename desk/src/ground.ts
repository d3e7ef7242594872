// What the map is drawn with. Precision is drawn, not promised: a named place is a dot, "near" a ring in a halo, an area is a
// cloud without an edge, a region a broken circle as far as most of its places lie, and where only a country is told the country itself is tinted.
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { colour } from "./colours";

export const LAYERS = { exact: "dot", near: "ring", area: "cloud", admin1: "wide-cloud" } as const;
export const MARKS = ["dot", "ring", "cloud", "wide-cloud", "region"] as const;
// How the outlines are cut into tiles: Natural Earth at 1:50 million gains nothing past zoom 6, and lines need no wide margin.
const CUT = { maxzoom: 6, buffer: 4, tolerance: 0.4 };
const LARGEST: ExpressionSpecification = ["-", 0, ["get", "count"]];
const FONT = ["system-ui", "sans-serif"];

const WORLD = "/static/built/world-";

/** The ground and, over it, the empty sources of the selection. `names` are few and also used to find a country. */
export function style(names: GeoJSON.FeatureCollection): StyleSpecification {
  const empty: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };
  const file = (name: string) => new URL(`${WORLD}${name}.json`, location.href).href;
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: file("land"), promoteId: "iso", ...CUT },
      lines: { type: "geojson", data: file("lines"), ...CUT },
      names: { type: "geojson", data: names },
      marks: { type: "geojson", data: empty },
      regions: { type: "geojson", data: empty, maxzoom: 8 },
      box: { type: "geojson", data: empty },
    },
    layers: [...base(), ...regions(), ...clouds(), ...points(), ...words()],
  };
}

function base(): LayerSpecification[] {
  const weight: ExpressionSpecification = ["coalesce", ["feature-state", "weight"], 0];
  return [
    { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("land"), "fill-antialias": false } },
    { id: "country", type: "fill", source: "land", paint: { "fill-color": colour("mark"), "fill-opacity": weight } },
    {
      id: "lines",
      type: "line",
      source: "lines",
      paint: { "line-color": colour("border"), "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.5, 6, 1.3] },
    },
    {
      id: "names",
      type: "symbol",
      source: "names",
      filter: [">", ["*", ["get", "rank"], ["^", 2, ["zoom"]]], 90],
      layout: {
        "text-field": ["get", "name"], "text-font": FONT, "text-size": 11.5, "text-letter-spacing": 0.06, "text-max-width": 7, "text-padding": 8,
      },
      paint: { "text-color": colour("country"), "text-halo-color": colour("land"), "text-halo-width": 1.2 },
    },
    { id: "box-fill", type: "fill", source: "box", paint: { "fill-color": colour("accent"), "fill-opacity": 0.07 } },
    { id: "box", type: "line", source: "box", paint: { "line-color": colour("accent"), "line-width": 1.5, "line-dasharray": [3, 2] } },
  ];
}

/** `weight` (0 to 1) grows with the square root of the count, so that the area of a mark does not exaggerate. */
function grown(least: number, most: number): ExpressionSpecification {
  return ["interpolate", ["linear"], ["get", "weight"], 0, least, 1, most];
}

function only(layer: string): ExpressionSpecification {
  return ["==", ["get", "layer"], layer];
}

/** The edge is broken because it is no border. */
function regions(): LayerSpecification[] {
  return [
    { id: "region", type: "fill", source: "regions", paint: { "fill-color": colour("mark"), "fill-opacity": ["+", 0.08, ["*", 0.14, ["get", "weight"]]] } },
    {
      id: "region-edge",
      type: "line",
      source: "regions",
      paint: { "line-color": colour("mark"), "line-opacity": 0.7, "line-width": 1.2, "line-dasharray": [2, 3] },
    },
  ];
}

function clouds(): LayerSpecification[] {
  const cloud = (id: string, radius: number, opacity: number): LayerSpecification => ({
    id,
    type: "circle",
    source: "marks",
    filter: only(id),
    paint: {
      "circle-color": colour("mark"), "circle-radius": grown(radius, radius * 1.5), "circle-blur": 1, "circle-opacity": grown(opacity * 0.75, opacity),
    },
  });
  return [cloud("wide-cloud", 34, 0.42), cloud("cloud", 20, 0.6)];
}

function points(): LayerSpecification[] {
  const order = { "circle-sort-key": LARGEST };
  return [
    {
      id: "halo",
      type: "circle",
      source: "marks",
      filter: only("ring"),
      paint: { "circle-color": colour("mark"), "circle-radius": grown(15, 26), "circle-blur": 0.7, "circle-opacity": 0.3 },
    },
    {
      id: "ring",
      type: "circle",
      source: "marks",
      filter: only("ring"),
      layout: order,
      paint: {
        "circle-color": colour("halo"), "circle-opacity": 0.5, "circle-radius": grown(7.5, 17), "circle-stroke-color": colour("mark"), "circle-stroke-width": 1.8,
      },
    },
    {
      id: "dot",
      type: "circle",
      source: "marks",
      filter: only("dot"),
      layout: order,
      paint: {
        "circle-color": colour("mark"), "circle-opacity": 0.86, "circle-radius": grown(4.5, 15), "circle-stroke-color": colour("halo"), "circle-stroke-width": 1.2,
      },
    },
  ];
}

function words(): LayerSpecification[] {
  return [
    {
      id: "mark-counts",
      type: "symbol",
      source: "marks",
      filter: ["all", [">", ["get", "weight"], 0.4], ["any", only("dot"), only("ring")]],
      layout: {
        "text-field": ["get", "told"], "text-font": FONT, "text-size": 10.5, "text-padding": 0, "symbol-sort-key": LARGEST,
      },
      paint: { "text-color": ["case", only("dot"), colour("halo"), colour("ink")] },
    },
    {
      id: "mark-names",
      type: "symbol",
      source: "marks",
      filter: ["!=", ["get", "name"], ""],
      layout: {
        "text-field": ["get", "name"], "text-font": FONT, "text-size": 12, "text-variable-anchor": ["left", "right", "top", "bottom"],
        "text-radial-offset": grown(0.8, 1.5), "text-justify": "auto", "text-padding": 3, "symbol-sort-key": LARGEST,
      },
      paint: { "text-color": colour("ink"), "text-halo-color": colour("land"), "text-halo-width": 1.4 },
    },
    {
      id: "region-names",
      type: "symbol",
      source: "marks",
      filter: only("region-name"),
      layout: {
        "text-field": ["get", "region"], "text-font": FONT, "text-size": 11.5, "text-letter-spacing": 0.03, "text-anchor": "bottom", "text-padding": 3, "symbol-sort-key": LARGEST,
      },
      paint: { "text-color": colour("mark"), "text-halo-color": colour("land"), "text-halo-width": 1.4 },
    },
  ];
}
