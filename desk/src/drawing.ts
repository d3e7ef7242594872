// A box drawn on the map with the pointer, while the tool is on.
import type { Map as Ground } from "maplibre-gl";
import type { Box } from "./address";

const LEAST = 6; // pixels; less is a slip of the hand

export function drawBox(ground: Ground, tool: HTMLButtonElement, done: (box: Box) => void): void {
  const container = ground.getContainer();
  const canvas = ground.getCanvasContainer();
  let from: { x: number; y: number } | null = null;
  let rubber: HTMLElement | null = null;

  const turn = (on: boolean) => {
    tool.setAttribute("aria-pressed", String(on));
    container.classList.toggle("drawing", on);
    if (on) ground.dragPan.disable();
    else ground.dragPan.enable();
    rubber?.remove();
    rubber = from = null;
  };
  const at = (event: PointerEvent) => {
    const edge = canvas.getBoundingClientRect();
    return { x: event.clientX - edge.left, y: event.clientY - edge.top };
  };

  tool.addEventListener("click", () => turn(tool.getAttribute("aria-pressed") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && container.classList.contains("drawing")) turn(false);
  });
  canvas.addEventListener("pointerdown", (event) => {
    if (!container.classList.contains("drawing") || event.button !== 0) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    from = at(event);
    rubber = document.createElement("div");
    rubber.className = "rubber";
    container.append(rubber);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!from || !rubber) return;
    const to = at(event);
    rubber.style.transform = `translate(${Math.min(from.x, to.x)}px, ${Math.min(from.y, to.y)}px)`;
    rubber.style.width = `${Math.abs(to.x - from.x)}px`;
    rubber.style.height = `${Math.abs(to.y - from.y)}px`;
  });
  canvas.addEventListener("pointerup", (event) => {
    if (!from) return;
    const [start, end] = [from, at(event)];
    turn(false);
    if (Math.abs(end.x - start.x) < LEAST || Math.abs(end.y - start.y) < LEAST) return;
    const a = ground.unproject([Math.min(start.x, end.x), Math.max(start.y, end.y)]);
    const b = ground.unproject([Math.max(start.x, end.x), Math.min(start.y, end.y)]);
    done([Math.max(-180, a.lng), Math.max(-85, a.lat), Math.min(180, b.lng), Math.min(85, b.lat)]);
  });
}
