// The timeline: bars for what is told that exactly, bands below for what is told less exactly, a brush for both.
import * as Plot from "@observablehq/plot";
import { type BrushSelection, brushX, type D3BrushEvent } from "d3-brush";
import { pointer, select } from "d3-selection";
import type { Changes } from "./address";
import { readAddress } from "./address";
import type { Band, Bar, Overview, Timeline } from "./answers";

const DAY = 86_400_000;
const MARGIN = { left: 34, right: 20 }; // half a label stands over the end of the axis
const FOOT = 30; // below the axis: a month and, under it, its year
const LEAST = 120; // pixels of width
const LANES = 4;
const LANE = 6;
const SOME_WEEKS = 62; // days of a span that is labelled by days

const MONTH = new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" });

type Go = (changes: Changes) => void;
type Lane = Band & { lane: number };

export class TimelineView {
  private readonly detail: HTMLElement;
  private readonly whole: HTMLElement;
  private readonly note: HTMLElement;
  private told: Overview["timeline"] | null = null;
  private width = 0;

  constructor(
    home: HTMLElement,
    private readonly go: Go,
  ) {
    const figure = home.querySelector<HTMLElement>("[data-time]")!;
    this.detail = figure.querySelector("[data-time-detail]")!;
    this.whole = figure.querySelector("[data-time-whole]")!;
    this.note = figure.querySelector("[data-time-note]")!;
    figure.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.told && figure.clientWidth !== this.width && this.draw(this.told)).observe(figure);
  }

  draw(told: Overview["timeline"]): void {
    this.told = told;
    this.width = this.detail.parentElement!.clientWidth;
    const chosen = chosenDays();
    if (this.width < LEAST) return; // not laid out yet, or hidden: drawn as soon as there is room
    this.detail.replaceChildren();
    this.whole.replaceChildren();
    if (told.detail) this.detail.append(this.chart(told.detail, 142, null));
    if (told.whole && chosen) this.whole.append(this.chart(told.whole, 70, chosen));
    this.say(null);
  }

  private chart(time: Timeline, height: number, chosen: [Date, Date] | null): SVGSVGElement {
    const bands = chosen ? [] : inLanes(time.bands);
    const lanes = Math.max(0, ...bands.map((band) => band.lane + 1));
    const drawn = plot(time, { width: this.width, height: height + lanes * LANE, bands, lanes, small: Boolean(chosen) });
    const scale = drawn.scale("x") as unknown as { apply: (day: Date) => number; invert: (at: number) => Date };
    const svg = cleaned(drawn);
    const brush = brushX<unknown>()
      .extent([
        [MARGIN.left, 4],
        [this.width - MARGIN.right, height - FOOT],
      ])
      .on("end", (event: D3BrushEvent<unknown>) => {
        if (!event.sourceEvent) return;
        if (event.selection) this.brushed(time, event.selection, scale.invert);
        else this.clicked(chosen ? null : barAt(time, scale.invert(pointer(event.sourceEvent, svg)[0])));
      });
    const layer = select<SVGSVGElement, unknown>(svg).append("g").attr("class", "brush").call(brush);
    const place = (at: Date) => clamp(scale.apply(at), MARGIN.left, this.width - MARGIN.right);
    if (chosen) layer.call(brush.move, [place(chosen[0]), place(chosen[1])] as BrushSelection);
    svg.addEventListener("pointermove", (event) => this.say(barAt(time, scale.invert(pointer(event, svg)[0]))));
    svg.addEventListener("pointerleave", () => this.say(null));
    return svg;
  }

  /** The brush gives a stretch of pixels; the steps it touches are what is asked for. */
  private brushed(time: Timeline, selection: BrushSelection, at: (x: number) => Date): void {
    const [left, right] = selection as [number, number];
    const first = at(left);
    const last = at(Math.max(left, right - 0.01));
    const start = stepStart(time.unit, first);
    const end = new Date(stepEnd(time.unit, last).getTime() - DAY);
    this.go({ date_from: iso(start), date_to: iso(end) });
  }

  /** A click on a bar asks for its step; one beside the brush takes the brush away. */
  private clicked(bar: Bar | null): void {
    if (bar) this.go({ date_from: bar.first, date_to: bar.last });
    else if (chosenDays()) this.go({ date_from: null, date_to: null });
  }

  private key(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const whole = this.told?.whole;
    if (!whole) return;
    if (event.key === "Escape") {
      this.go({ date_from: null, date_to: null });
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      event.preventDefault();
      const by = event.key === "ArrowRight" ? 1 : -1;
      const [from, to] = chosenDays() ?? [day(whole.first), stepEnd(whole.unit, day(whole.last))];
      const length = to.getTime() - from.getTime();
      const step = event.shiftKey ? 0 : by * length;
      const end = new Date(to.getTime() + step + (event.shiftKey ? (by * length) / 2 : 0) - DAY);
      const start = new Date(from.getTime() + step);
      if (end >= start) this.go({ date_from: iso(start), date_to: iso(end) });
    }
  }

  private say(bar: Bar | null): void {
    const time = this.told?.detail;
    if (bar) {
      const rest = bar.within ? `, ${bar.within} more only to the ${this.told!.detail!.unit}` : "";
      this.note.textContent = `${bar.first === bar.last ? bar.first : `${bar.first} – ${bar.last}`}: ${bar.exact} told to the day${rest}`;
    } else if (!time) {
      this.note.textContent = "No date is told in this selection.";
    } else {
      const loose = time.bands.reduce((sum, band) => sum + band.count, 0) + time.other_bands;
      const parts = [`Each bar is a ${time.unit}.`];
      if (time.bars.some((row) => row.within)) parts.push(`Muted: told only to the ${time.unit}.`);
      if (loose) parts.push(`Lines below: ${loose} told only to a longer stretch.`);
      if (time.open) parts.push(`${time.open} open on one side or without a date.`);
      parts.push("Drag to choose days.");
      this.note.textContent = parts.join(" ");
    }
  }
}

interface Shape {
  width: number;
  height: number;
  bands: Lane[];
  lanes: number;
  small: boolean;
}

function plot(time: Timeline, shape: Shape) {
  const sides = time.bars.flatMap((bar) => [
    { bar, kind: "exact", low: 0, high: bar.exact },
    { bar, kind: "within", low: bar.exact, high: bar.exact + bar.within },
  ]);
  const foot = FOOT + shape.lanes * LANE;
  const from = (row: { bar: Bar }) => day(row.bar.first);
  const to = (row: { bar: Bar }) => new Date(day(row.bar.last).getTime() + DAY);
  const rects = (kind: string) =>
    Plot.rectY(sides.filter((row) => row.kind === kind && row.high > row.low), {
      x1: from, x2: to, y1: "low", y2: "high", className: kind, insetLeft: 0.5, insetRight: 0.5,
    });
  const top = Math.max(1, ...time.bars.map((bar) => bar.exact + bar.within));
  const drawn = Plot.plot({
    width: shape.width, height: shape.height, marginLeft: MARGIN.left, marginRight: MARGIN.right, marginTop: 6, marginBottom: foot,
    ariaLabel: shape.small ? "Where the chosen days lie in the whole" : "Incidents over time",
    x: { type: "utc", domain: [stepStart(time.unit, day(time.first)), stepEnd(time.unit, day(time.last))] },
    y: { domain: [0, top], axis: null },
    marks: [
      Plot.ruleY([0], { className: "rule" }),
      rects("exact"),
      rects("within"),
      Plot.axisX({ anchor: "bottom", tickSize: 0, label: null, dy: shape.lanes * LANE, ...labels(time, shape.width) }),
      ...(shape.small ? [] : [Plot.axisY({ anchor: "left", tickSize: 0, label: null, ticks: Math.min(3, top), tickFormat: "d" })]),
    ],
  });
  bandsInto(drawn, shape, drawn.scale("x") as unknown as { apply: (at: Date) => number });
  return drawn;
}

/** What stands under the axis. No date is told to the hour: in a span of some weeks the labels are days, each under the middle of its own. */
function labels(time: Timeline, width: number) {
  const first = stepStart(time.unit, day(time.first)).getTime();
  const days = Math.round((stepEnd(time.unit, day(time.last)).getTime() - first) / DAY);
  if (days > SOME_WEEKS) return { ticks: Math.max(2, Math.round(width / 110)) };
  const step = Math.ceil(days / Math.max(2, Math.floor(width / 70)));
  const ticks = Array.from({ length: Math.ceil(days / step) }, (_, at) => new Date(first + at * step * DAY + DAY / 2));
  const year = (at: Date) => (at.getTime() === first + DAY / 2 ? `\n${at.getUTCFullYear()}` : "");
  return { ticks, tickFormat: (at: Date) => `${at.getUTCDate()} ${MONTH.format(at)}${year(at)}` };
}

/** Bands are lines below the axis: a date told as "in 2013" stands on no day of it. */
function bandsInto(drawn: Element, shape: Shape, scale: { apply: (at: Date) => number }): void {
  const svg = select(drawn as SVGSVGElement);
  const most = Math.max(1, ...shape.bands.map((band) => band.count));
  const layer = svg.append("g").attr("class", "bands");
  for (const band of shape.bands) {
    const left = clamp(scale.apply(day(band.first)), MARGIN.left, shape.width - MARGIN.right);
    const right = clamp(scale.apply(new Date(day(band.last).getTime() + DAY)), MARGIN.left, shape.width - MARGIN.right);
    layer
      .append("rect")
      .attr("class", "band")
      .attr("x", left)
      .attr("width", Math.max(2, right - left))
      .attr("y", shape.height - FOOT - shape.lanes * LANE + 3 + band.lane * LANE)
      .attr("height", LANE - 2.5)
      .attr("rx", 1.5)
      .attr("opacity", 0.35 + (0.65 * band.count) / most)
      .append("title")
      .text(`${band.count} between ${band.first} and ${band.last}`);
  }
}

/** Bands that overlap stand in lanes of their own; what finds no lane shares the last. */
function inLanes(bands: Band[]): Lane[] {
  const free: string[] = [];
  return bands.map((band) => {
    const found = free.findIndex((until) => until < band.first);
    const lane = found >= 0 ? found : Math.min(free.length, LANES - 1);
    free[lane] = band.last;
    return { ...band, lane };
  });
}

/** Plot writes a style element into its picture, which the desk's policy refuses (ours stand in overview.css), and names on groups
 * that have no role; to a screen reader the timeline is one picture, and the table says the same. */
function cleaned(drawn: Element): SVGSVGElement {
  drawn.querySelectorAll("style").forEach((style) => style.remove());
  drawn.querySelectorAll("g[aria-label]").forEach((group) => group.removeAttribute("aria-label"));
  drawn.setAttribute("role", "img");
  return drawn as SVGSVGElement;
}

function chosenDays(): [Date, Date] | null {
  const address = readAddress();
  const [from, to] = [address.get("date_from"), address.get("date_to")];
  return from && to ? [day(from), new Date(day(to).getTime() + DAY)] : null;
}

function barAt(time: Timeline, at: Date): Bar | null {
  const told = iso(at);
  return time.bars.find((bar) => bar.first <= told && told <= bar.last) ?? null;
}

function day(told: string): Date {
  return new Date(`${told}T00:00:00Z`);
}

function iso(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function stepStart(unit: Timeline["unit"], at: Date): Date {
  const year = at.getUTCFullYear();
  if (unit === "year") return new Date(Date.UTC(year, 0, 1));
  if (unit === "month") return new Date(Date.UTC(year, at.getUTCMonth(), 1));
  const start = Date.UTC(year, at.getUTCMonth(), at.getUTCDate());
  return new Date(unit === "week" ? start - ((at.getUTCDay() + 6) % 7) * DAY : start);
}

function stepEnd(unit: Timeline["unit"], at: Date): Date {
  const start = stepStart(unit, at);
  if (unit === "year") return new Date(Date.UTC(start.getUTCFullYear() + 1, 0, 1));
  if (unit === "month") return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
  return new Date(start.getTime() + (unit === "week" ? 7 : 1) * DAY);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
