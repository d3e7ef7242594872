// Natural Earth's countries (public domain), as world-atlas packs them -> public/world-*.json: what the map is drawn
// on, and public/maplibre-worker.js beside them. Coordinates are rounded to 0.01 degree, about a kilometre, finer than 1:50 million is drawn.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import iso from "iso-3166-1";
import polylabel from "polylabel";
import { feature, mesh } from "topojson-client";

const here = (path) => new URL(path, import.meta.url);
const atlas = JSON.parse(readFileSync(here("node_modules/world-atlas/countries-50m.json"), "utf8"));
const { countries } = atlas.objects;
// Two that the atlas draws have no number in ISO 3166; XK is the code that most data use for Kosovo.
const WITHOUT_NUMBER = { Kosovo: "XK" };

const code = (row) => WITHOUT_NUMBER[row.properties.name] ?? iso.whereNumeric(row.id ?? "")?.alpha2 ?? null;
const round = (value) => (typeof value === "number" ? Math.round(value * 100) / 100 : value.map(round));

/** A ring or line without points that fell together, or null if less than `least` are left: a closed triangle has four. */
function thin(line, least = 4) {
  const kept = line.filter((point, i) => i === 0 || point[0] !== line[i - 1][0] || point[1] !== line[i - 1][1]);
  return kept.length >= least ? kept : null;
}

/** A line cut where it crosses 180 degrees: drawn whole it would run once around the world. */
function parts(line) {
  const cut = [[]];
  line.forEach((point, i) => {
    if (i > 0 && Math.abs(point[0] - line[i - 1][0]) > 180) cut.push([]);
    cut.at(-1).push(point);
  });
  return cut;
}

/** A ring that crosses 180 degrees, drawn on the far side of it; one around the pole stays as it is. */
function joined(ring) {
  const span = (line) => Math.max(...line.map(([x]) => x)) - Math.min(...line.map(([x]) => x));
  const moved = ring.map(([x, y]) => [x < 0 ? x + 360 : x, y]);
  return span(ring) > 180 && span(moved) < 180 ? moved : ring;
}

function polygons(geometry) {
  const pieces = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const thinned = pieces.map((rings) => round(rings).map((ring) => thin(joined(ring))).filter(Boolean));
  return thinned.filter((rings) => rings.length > 0);
}

function area(ring) {
  return Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - y * ring[(i + 1) % ring.length][0], 0));
}

const land = [];
const names = [];
for (const row of feature(atlas, countries).features) {
  const coordinates = polygons(row.geometry);
  if (coordinates.length === 0) continue;
  const properties = { iso: code(row), name: row.properties.name };
  land.push({ type: "Feature", properties, geometry: { type: "MultiPolygon", coordinates } });
  const largest = coordinates.reduce((best, rings) => (area(rings[0]) > area(best[0]) ? rings : best));
  const rank = Math.round(Math.sqrt(area(largest[0])) * 10) / 10;
  const middle = round([...polylabel(largest, 0.1)].slice(0, 2));
  names.push({ type: "Feature", properties: { ...properties, rank }, geometry: { type: "Point", coordinates: middle } });
}
const lines = round(mesh(atlas, countries).coordinates).flatMap(parts).map((line) => thin(line, 2)).filter(Boolean);

rmSync(here("public"), { recursive: true, force: true });
mkdirSync(here("public"));
const line = { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: lines } };
const files = { land, lines: [line], names: names.sort((a, b) => b.properties.rank - a.properties.rank) };
for (const [name, features] of Object.entries(files)) {
  writeFileSync(here(`public/world-${name}.json`), JSON.stringify({ type: "FeatureCollection", features }));
}
copyFileSync(here("node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs"), here("public/maplibre-worker.js"));
