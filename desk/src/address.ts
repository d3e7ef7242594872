// The address holds the whole view: conditions for the server, and where the map stands (`map`), which only this page reads.

export type Changes = Record<string, string | null>;

/** Where the map stands: zoom, latitude, longitude. */
export interface Standing {
  zoom: number;
  latitude: number;
  longitude: number;
}

const ONLY_HERE = ["map"];

export function readAddress(): URLSearchParams {
  return new URLSearchParams(location.search);
}

// The server refuses a parameter that it does not have, and an address that was passed on may have brought some along.
const CONDITIONS =
  "date_from date_to place country actor actor_type type source grade state disagreement precision box text page".split(" ");

/** The conditions of an address, as the server reads them. */
export function conditions(address: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...address].filter(([name]) => CONDITIONS.includes(name)));
}

/** The present address with some parts changed; null takes one out. A changed condition leads to the first page. */
export function changed(changes: Changes): URLSearchParams {
  const address = readAddress();
  if (Object.keys(changes).some((name) => !ONLY_HERE.includes(name))) address.delete("page");
  for (const [name, value] of Object.entries(changes)) {
    if (value) address.set(name, value);
    else address.delete(name);
  }
  return address;
}

export function write(address: URLSearchParams, how: "push" | "replace"): void {
  const query = address.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
  const url = query ? `/?${query}` : "/";
  if (how === "push") history.pushState(null, "", url);
  else history.replaceState(null, "", url);
}

export function readStanding(address: URLSearchParams): Standing | null {
  const parts = (address.get("map") ?? "").split("/").map(Number);
  const [zoom, latitude, longitude] = parts;
  if (parts.length !== 3 || zoom === undefined || latitude === undefined || longitude === undefined) return null;
  if (!parts.every(Number.isFinite) || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  return { zoom, latitude, longitude };
}

export function sayStanding(at: Standing): string {
  return `${at.zoom.toFixed(2)}/${at.latitude.toFixed(3)}/${at.longitude.toFixed(3)}`;
}

export type Box = [west: number, south: number, east: number, north: number];

export function readBox(address: URLSearchParams): Box | null {
  const parts = (address.get("box") ?? "").split(",").map(Number);
  return parts.length === 4 && parts.every(Number.isFinite) ? (parts as Box) : null;
}

export function sayBox(box: Box): string {
  return box.map((value) => String(Math.round(value * 1000) / 1000)).join(",");
}
