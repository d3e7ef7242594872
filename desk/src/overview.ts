// The overview: three views of one selection. Whatever narrows it changes the address, and everything else follows the address.
import { type Changes, changed, conditions, readAddress, write } from "./address";
import { fetchOverview, fetchParts, type Overview, swapParts } from "./answers";
import type { OverviewMap } from "./map";
import { TimelineView } from "./timeline";

const pictures = document.querySelector<HTMLElement>("[data-pictures]");
const views = document.querySelector<HTMLElement>(".views");

class Desk {
  private readonly time: TimelineView;
  private map: OverviewMap | null = null;
  private asked: AbortController | null = null;
  private latest: Overview | null = null;
  private owed = false; // parts of the page that a later, quicker question must bring along

  constructor(private readonly home: HTMLElement) {
    this.time = new TimelineView(home, (changes) => this.go(changes));
  }

  /** Follow a change of the selection: into the address, then everywhere. */
  go(changes: Changes): void {
    write(changed(changes), "push");
    void this.follow(true);
  }

  /** Show what the address asks for, the pictures and the page's own `parts` at one moment.
   *
   * The parts are right already when the page was just opened. A map that still moves asks again and stops the question before:
   * what that one was to bring stays owed, or the table would tell another selection than the map.
   */
  async follow(parts: boolean): Promise<void> {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    this.owed ||= parts;
    if (this.owed) views?.setAttribute("aria-busy", "true"); // the table waits for nothing while only the map moves
    try {
      const query = conditions(readAddress());
      const numbers = new URLSearchParams([...query, ...(this.map?.window() ?? [])]);
      const [told, own] = await Promise.all([
        fetchOverview(numbers, asked.signal),
        this.owed ? fetchParts(query, asked.signal) : Promise.resolve([]),
      ]);
      if (asked.signal.aborted) return;
      if (this.owed) swapParts(own);
      this.owed = false;
      this.latest = told;
      this.draw(told);
    } catch (error) {
      if (!asked.signal.aborted) throw error;
    } finally {
      if (this.asked === asked) views?.removeAttribute("aria-busy");
    }
  }

  private draw(told: Overview): void {
    this.home.hidden = !told.map.extent && !told.timeline.whole && Object.keys(told.map.countries).length === 0;
    this.time.draw(told.timeline);
    this.map?.draw(told.map);
  }

  restore(): void {
    this.map?.restore();
  }

  /** The map is the heaviest part and comes last: table and timeline do not wait for it. */
  async addMap(): Promise<void> {
    const { OverviewMap } = await import("./map");
    this.map = await OverviewMap.open(this.home, this.latest?.map ?? null, {
      narrow: (changes) => this.go(changes),
      moved: () => void this.follow(false),
    });
    await this.follow(false);
  }
}

function intercept(desk: Desk): void {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("main a[href]") : null;
    if (!link || link.pathname !== "/" || link.origin !== location.origin || link.hash) return;
    event.preventDefault();
    const address = new URLSearchParams(link.search);
    const map = readAddress().get("map");
    if (map && link.search) address.set("map", map);
    write(address, "push");
    void desk.follow(true);
    if (link.closest(".pages")) document.querySelector("table.list")?.scrollIntoView({ block: "start" });
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== "get" || new URL(form.action).pathname !== "/") return;
    event.preventDefault();
    const told = [...new FormData(form)].map(([name, value]) => [name, String(value).trim() || null]);
    desk.go(Object.fromEntries(told) as Changes);
  });
  addEventListener("popstate", () => {
    desk.restore();
    void desk.follow(true);
  });
}

function foldFilters(): void {
  const filters = document.querySelector<HTMLDetailsElement>(".filters");
  const narrow = matchMedia("(max-width: 56rem)");
  const fold = () => filters && (filters.open = !narrow.matches);
  narrow.addEventListener("change", fold);
  fold();
}

if (pictures) {
  const desk = new Desk(pictures);
  foldFilters();
  intercept(desk);
  pictures.hidden = false;
  void desk.follow(false).then(() => desk.addMap());
}
