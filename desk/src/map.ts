// The map: Natural Earth's outlines, and the selection as marks that say how exactly each place is told.
import { Map as Ground, type MapMouseEvent, setWorkerUrl } from "maplibre-gl";
import { type Box, type Changes, changed, readAddress, readBox, readStanding, sayBox, sayStanding, write } from "./address";
import type { Cell, Picture } from "./answers";
import { dark, fingers, still } from "./colours";
import { drawBox } from "./drawing";
import { LAYERS, MARKS, style } from "./ground";

interface Told {
  narrow: (changes: Changes) => void;
  moved: () => void;
}

const SMALL = 25; // up to this many the size of a mark says how many; beyond, how many beside the largest
const NAMED = 60; // with more marks than this in sight, names would only cover them
const SHORT = new Intl.NumberFormat("en", { notation: "compact" }); // 1.2K: a mark holds four characters
const CLOSEST = 10;
const KM_PER_DEGREE = 111.2;
const ROOM = { padding: 48, maxZoom: 6.5 };
type Names = GeoJSON.FeatureCollection<GeoJSON.Point, { iso: string | null; name: string }>;
const EMPTY = { type: "FeatureCollection" as const, features: [] };

setWorkerUrl(new URL("/static/built/maplibre-worker.js", location.href).href);

export class OverviewMap {
  private picture: Picture | null = null;
  private ours = false; // we move the map ourselves: nobody chose a place to look at

  private constructor(
    private readonly home: HTMLElement,
    private readonly ground: Ground,
    private readonly names: Names,
    private readonly told: Told,
  ) {
    this.listen();
  }

  /** The map, standing where the address says, or else where the selection lies. */
  static async open(home: HTMLElement, picture: Picture | null, told: Told): Promise<OverviewMap> {
    const names = (await (await fetch("/static/built/world-names.json")).json()) as Names;
    const container = home.querySelector<HTMLElement>("[data-map]")!;
    const at = readStanding(readAddress());
    const stretch = readBox(readAddress()) ?? (picture && stretchOf(picture, names));
    const ground = new Ground({
      container,
      style: style(names),
      ...(at ? { center: [at.longitude, at.latitude], zoom: at.zoom } : {}),
      ...(!at && stretch ? { bounds: stretch, fitBoundsOptions: ROOM } : {}),
      minZoom: 0.4,
      maxZoom: CLOSEST,
      attributionControl: false,
      boxZoom: false,
      dragRotate: false,
      pitchWithRotate: false,
      renderWorldCopies: false,
      fadeDuration: still.matches ? 0 : 150,
      cooperativeGestures: fingers.matches, // one finger scrolls the page, two move the map
    });
    ground.on("idle", () => container.setAttribute("data-drawn", ""));
    ground.on("movestart", () => container.removeAttribute("data-drawn"));
    ground.touchZoomRotate.disableRotation();
    ground.keyboard.disableRotation();
    ground.getCanvas().setAttribute("aria-label", "Map of the selection; the table below lists the same incidents");
    await new Promise<void>((resolve) => ground.once("style.load", () => resolve()));
    const map = new OverviewMap(home, ground, names, told);
    dark.addEventListener("change", () => ground.setStyle(style(names)).once("styledata", () => map.picture && map.show(map.picture)));
    return map;
  }

  /** Zoom and stretch of what is seen, for the server. */
  window(): [string, string][] {
    const bounds = this.ground.getBounds();
    const box: Box = [Math.max(-180, bounds.getWest()), bounds.getSouth(), Math.min(180, bounds.getEast()), bounds.getNorth()];
    return [["zoom", this.ground.getZoom().toFixed(2)], ["bounds", sayBox(box)]];
  }

  draw(picture: Picture): void {
    this.picture = picture;
    this.show(picture);
  }

  private show(picture: Picture): void {
    const top = Math.max(SMALL, ...picture.cells.map((cell) => cell.count));
    const named = picture.cells.length <= NAMED ? firstOfName(picture.cells) : new Set<Cell>();
    this.source("marks", picture.cells.map((cell, index) => mark(cell, index, top, named.has(cell) || cell.radius_km !== null)));
    const regions = picture.cells.map((cell, index) => (cell.radius_km ? disc(cell, index, top) : null));
    this.source("regions", regions.filter((row) => row !== null));
    const box = readBox(readAddress());
    this.source("box", box ? [outline(box)] : []);
    this.ground.removeFeatureState({ source: "land" });
    const most = Math.max(1, ...Object.values(picture.countries));
    for (const [iso, count] of Object.entries(picture.countries)) {
      this.ground.setFeatureState({ source: "land", id: iso }, { weight: 0.07 + 0.15 * Math.sqrt(count / most) });
    }
    this.note(picture);
  }

  private source(name: string, features: GeoJSON.Feature[]): void {
    const source = this.ground.getSource(name) as unknown as { setData?: (data: GeoJSON.FeatureCollection) => void } | undefined;
    source?.setData?.(features.length ? { type: "FeatureCollection", features } : EMPTY);
  }

  private note(picture: Picture): void {
    const parts: string[] = [];
    const only = Object.values(picture.countries).reduce((sum, count) => sum + count, 0);
    if (only) parts.push(`${only.toLocaleString("en")} told only by country${readAddress().has("box") ? ", in no box" : ""}.`);
    if (picture.nowhere) {
      const unplaced = picture.unplaced ? `, ${picture.unplaced.toLocaleString("en")} of them with no place told` : "";
      parts.push(`${picture.nowhere.toLocaleString("en")} without coordinates${unplaced}.`);
    }
    if (fingers.matches) parts.push("Two fingers move the map.");
    this.home.querySelector("[data-map-note]")!.textContent = parts.join(" ");
  }

  /** Stand again where the address says, after going back to it. */
  restore(): void {
    const at = readStanding(readAddress());
    if (!at) return;
    this.ours = true;
    this.ground.jumpTo({ center: [at.longitude, at.latitude], zoom: at.zoom });
  }

  /** Look at the box, or else at everything that is selected. */
  private fit(): void {
    const stretch = readBox(readAddress()) ?? (this.picture && stretchOf(this.picture, this.names));
    if (!stretch) return;
    this.ours = true;
    this.ground.fitBounds(stretch, { ...ROOM, animate: !still.matches });
  }

  private listen(): void {
    const tool = (name: string) => this.home.querySelector<HTMLButtonElement>(`[data-map-${name}]`)!;
    const duration = () => (still.matches ? 0 : 250);
    tool("in").addEventListener("click", () => this.ground.zoomIn({ duration: duration() }));
    tool("out").addEventListener("click", () => this.ground.zoomOut({ duration: duration() }));
    tool("fit").addEventListener("click", () => {
      write(changed({ map: null }), "replace");
      this.fit();
    });
    tool("here").addEventListener("click", () => this.told.narrow({ box: new Map(this.window()).get("bounds")! }));
    drawBox(this.ground, tool("draw"), (box) => this.told.narrow({ box: sayBox(box) }));
    this.ground.on("moveend", () => this.moved());
    for (const layer of MARKS) this.ground.on("click", layer, (event) => this.chosen(event));
    this.ground.on("click", "country", (event) => this.chosenCountry(event));
    this.ground.on("mousemove", (event) => this.point(event));
    this.ground.on("mouseout", () => this.tip(null));
  }

  private moved(): void {
    if (!this.ours) {
      const { lng, lat } = this.ground.getCenter();
      write(changed({ map: sayStanding({ zoom: this.ground.getZoom(), latitude: lat, longitude: lng }) }), "replace");
    }
    this.ours = false;
    this.told.moved();
  }

  /** A mark of one place narrows to that place; one of several leads closer until they part. */
  private chosen(event: MapMouseEvent): void {
    const cell = this.cellAt(event);
    if (!cell || event.originalEvent.defaultPrevented) return;
    event.originalEvent.preventDefault();
    const [west, south, east, north] = cell.stretch;
    const apart = east - west > 0.01 || north - south > 0.01;
    if (cell.places > 1 && apart && this.ground.getZoom() < CLOSEST - 0.5) {
      this.ground.fitBounds(cell.stretch, { padding: 90, maxZoom: CLOSEST, animate: !still.matches });
    } else if (cell.name) {
      this.told.narrow({ place: `"${cell.name}"` });
    } else {
      this.told.narrow({ box: sayBox([west - 0.01, south - 0.01, east + 0.01, north + 0.01]) });
    }
  }

  private chosenCountry(event: MapMouseEvent): void {
    if (event.originalEvent.defaultPrevented || this.home.querySelector(".drawing")) return;
    const [land] = this.ground.queryRenderedFeatures(event.point, { layers: ["country"] });
    const iso = land?.properties.iso as string | undefined;
    if (iso && this.picture?.countries[iso]) this.told.narrow({ country: iso, precision: "country" });
  }

  private cellAt(event: MapMouseEvent): Cell | null {
    const [found] = this.ground.queryRenderedFeatures(event.point, { layers: [...MARKS] }); // the uppermost: a point before the region it lies in
    return found ? (this.picture?.cells[Number(found.properties.index)] ?? null) : null;
  }

  private point(event: MapMouseEvent): void {
    const cell = this.cellAt(event);
    const [land] = cell ? [] : this.ground.queryRenderedFeatures(event.point, { layers: ["country"] });
    const only = land ? (this.picture?.countries[String(land.properties.iso)] ?? 0) : 0;
    this.ground.getContainer().classList.toggle("pointing", Boolean(cell) || only > 0);
    if (cell) this.tip(event, `${cell.name ?? `${cell.places} places`}: ${cell.count.toLocaleString("en")} ${WORDS[cell.precision]}${cell.radius_km ? REACH : ""}`);
    else if (only) this.tip(event, `${land!.properties.name}: ${only}, no place within the country told`);
    else this.tip(null);
  }

  private tip(event: MapMouseEvent | null, words = ""): void {
    const tip = this.home.querySelector<HTMLElement>("[data-map-tip]")!;
    tip.hidden = event === null;
    if (!event) return;
    tip.textContent = words;
    const left = Math.min(event.point.x + 14, this.ground.getContainer().clientWidth - tip.offsetWidth - 6);
    tip.style.transform = `translate(${Math.max(6, left)}px, ${event.point.y + 14}px)`;
  }
}

const WORDS = { exact: "at a named place", near: "near it", area: "somewhere in the area", admin1: "somewhere in the region" };
const REACH = "; four in five of its known places lie in the circle, which is no border";

/** All places of the selection, and the names of the countries of which no more is told. */
function stretchOf(picture: Picture, names: Names): Box | null {
  const told = names.features.filter((row) => row.properties.iso !== null && row.properties.iso in picture.countries);
  const points = told.map((row) => row.geometry.coordinates);
  if (picture.extent) points.push(picture.extent.slice(0, 2), picture.extent.slice(2));
  if (points.length === 0) return null;
  const sides = [0, 1].map((side) => points.map((point) => point[side]!));
  const [xs, ys] = sides as [number[], number[]];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Where a place is told both exactly and as "near", its name is written once. */
function firstOfName(cells: Cell[]): Set<Cell> {
  const first = new Map<string, Cell>();
  for (const cell of cells) {
    if (cell.name && !cell.radius_km && !first.has(cell.name)) first.set(cell.name, cell);
  }
  return new Set(first.values());
}

const weightOf = (cell: Cell, top: number) => Math.sqrt((cell.count - 1) / (top - 1));

function mark(cell: Cell, index: number, top: number, named: boolean): GeoJSON.Feature {
  const told = SHORT.format(cell.count);
  const name = (named && cell.name) || "";
  const common = { index, count: cell.count, told, weight: weightOf(cell, top) };
  const properties = cell.radius_km
    ? { ...common, name: "", region: name && `${name} (region)`, layer: "region-name" }
    : { ...common, name, layer: LAYERS[cell.precision] };
  const up = (cell.radius_km ?? 0) / KM_PER_DEGREE; // a region's name stands at the top of its circle, clear of what lies in it
  return { type: "Feature", properties, geometry: { type: "Point", coordinates: [cell.longitude, cell.latitude + up] } };
}

/** A region's circle on the ground, as a ring of degrees. */
function disc(cell: Cell, index: number, top: number): GeoJSON.Feature {
  const steps = 64;
  const up = cell.radius_km! / KM_PER_DEGREE;
  const aside = up / Math.max(0.05, Math.cos((cell.latitude * Math.PI) / 180));
  const ring = Array.from({ length: steps + 1 }, (_, step) => {
    const turn = (2 * Math.PI * step) / steps;
    return [cell.longitude + aside * Math.cos(turn), Math.max(-85, Math.min(85, cell.latitude + up * Math.sin(turn)))];
  });
  return { type: "Feature", properties: { index, weight: weightOf(cell, top) }, geometry: { type: "Polygon", coordinates: [ring] } };
}

function outline([west, south, east, north]: Box): GeoJSON.Feature {
  const end = west > east ? east + 360 : east;
  const ring = [[west, south], [end, south], [end, north], [west, north], [west, south]];
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } };
}

