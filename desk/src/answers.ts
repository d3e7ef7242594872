// What the server says about a selection (`/api/overview`), and the page's own parts for it.

export interface Bar {
  first: string;
  last: string;
  exact: number;
  within: number;
}

export interface Band {
  first: string;
  last: string;
  count: number;
}

export interface Timeline {
  unit: "day" | "week" | "month" | "year";
  first: string;
  last: string;
  bars: Bar[];
  bands: Band[];
  other_bands: number;
  open: number;
}

export interface Cell {
  longitude: number;
  latitude: number;
  stretch: [number, number, number, number];
  precision: "exact" | "near" | "area" | "admin1";
  count: number;
  places: number;
  name: string | null;
  radius_km: number | null;
}

export interface Picture {
  cells: Cell[];
  countries: Record<string, number>;
  nowhere: number;
  unplaced: number;
  extent: [number, number, number, number] | null;
}

export interface Overview {
  counts: {
    incidents: number;
    accepted: number;
    dismissed: number;
    candidates: number;
    accounts: number;
    open_disagreements: number;
  };
  timeline: { whole: Timeline | null; detail: Timeline | null };
  map: Picture;
}

export async function fetchOverview(query: URLSearchParams, signal: AbortSignal): Promise<Overview> {
  const answer = await fetch(`/api/overview?${query}`, { signal });
  if (!answer.ok) throw new Error(`The selection could not be counted: ${answer.status}`);
  return (await answer.json()) as Overview;
}

/** Fetch the page of an address; of it the parts (counts, facets, table) that stand for the selection. */
export async function fetchParts(query: URLSearchParams, signal: AbortSignal): Promise<HTMLElement[]> {
  const answer = await fetch(`/?${query}`, { signal });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const parts = [...page.querySelectorAll<HTMLElement>("[data-part]")];
  // Else the server's own words on what is wrong with the address.
  if (!signal.aborted && (!answer.ok || parts.length === 0)) location.assign(`/?${query}`);
  return parts;
}

/** Put these parts in the place of those shown, the focus kept. */
export function swapParts(parts: HTMLElement[]): void {
  const held = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const key = held?.dataset.key;
  const within = held?.closest<HTMLElement>("[data-part]")?.dataset.part;
  for (const part of parts) {
    document.querySelector(`[data-part="${part.dataset.part}"]`)?.replaceChildren(...part.childNodes);
  }
  if (!within || !held || document.contains(held)) return;
  const home = document.querySelector<HTMLElement>(`[data-part="${within}"]`);
  const again = key ? document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) : null;
  (again ?? home?.querySelector<HTMLElement>("a, button, input"))?.focus({ preventScroll: true });
}
