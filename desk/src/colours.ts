// Colours stand in the style sheet, once for light and once for dark; the pictures ask for them here.

export const dark = matchMedia("(prefers-color-scheme: dark)");
export const fingers = matchMedia("(pointer: coarse)");
export const still = matchMedia("(prefers-reduced-motion: reduce)");

export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
