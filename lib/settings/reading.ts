/** How the reader wants to read: how much is underlined and in which style, how cards open, and whom to leave out. */

/** How much is underlined: each mention, the first of an entity in each section, or the first on the page. */
export const DENSITIES = ['each', 'section', 'page'] as const;
/** How mentions are marked: by lines, by fainter dots and dashes, or by a tint behind the words. */
export const STYLES = ['line', 'dots', 'tint'] as const;
/** What opens a card, beside the keyboard: a pointer that rests or a click, or a click alone. */
export const OPENERS = ['hover', 'click'] as const;

/** So many entities can be muted; there are fewer in the dataset. */
export const MOST_MUTED = 1000;

export type Density = (typeof DENSITIES)[number];
export type UnderlineStyle = (typeof STYLES)[number];

export interface Reading {
  density: Density;
  style: UnderlineStyle;
  opens: (typeof OPENERS)[number];
  /** Entities that are not underlined, by id, in the order in which they were muted. */
  muted: string[];
}

/** What holds before the reader has chosen anything. */
export const DEFAULT_READING: Reading = { density: 'section', style: 'line', opens: 'hover', muted: [] };

/** The choices with an entity muted, or heard again. */
export function withMuted(reading: Reading, entity: string, muted: boolean): Reading {
  const others = reading.muted.filter((id) => id !== entity);
  return { ...reading, muted: muted ? [...others, entity].slice(-MOST_MUTED) : others };
}
