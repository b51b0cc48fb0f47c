/** How the reader wants to read: how much is underlined and in which style, how cards open, and whom to leave out. */
import { z } from 'zod/mini';

/** How much is underlined: each mention, the first of an entity in each section, or the first on the page. */
export const DENSITIES = ['each', 'section', 'page'] as const;
/** How mentions are marked: by lines, by fainter dots and dashes, or by a tint behind the words. */
export const STYLES = ['line', 'dots', 'tint'] as const;
/** What opens a card, beside the keyboard: a pointer that rests or a click, or a click alone. */
export const OPENERS = ['hover', 'click'] as const;

/** So many entities can be muted; there are fewer in the dataset. */
const MOST_MUTED = 1000;

/** An entity's id, as the dataset forms them. */
export const entityIdSchema = z.string().check(z.maxLength(100), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

export const readingSchema = z.object({
  density: z.enum(DENSITIES),
  style: z.enum(STYLES),
  opens: z.enum(OPENERS),
  /** Entities that are not underlined, by id, in the order in which they were muted. */
  muted: z.array(entityIdSchema).check(z.maxLength(MOST_MUTED)),
});

export type Reading = z.infer<typeof readingSchema>;
export type Density = Reading['density'];
export type UnderlineStyle = Reading['style'];

/** What holds before the reader has chosen anything. */
export const DEFAULT_READING: Reading = { density: 'section', style: 'line', opens: 'hover', muted: [] };

/** The choices with an entity muted, or heard again. */
export function withMuted(reading: Reading, entity: string, muted: boolean): Reading {
  const others = reading.muted.filter((id) => id !== entity);
  return { ...reading, muted: muted ? [...others, entity].slice(-MOST_MUTED) : others };
}
