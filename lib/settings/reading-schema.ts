/** How the reader wants to read, by schema; what it says stands in `reading.ts`, which pages are given without it. */
import { z } from 'zod/mini';
import { DENSITIES, MOST_MUTED, OPENERS, STYLES } from './reading.ts';

/** An entity's id, as the dataset forms them. */
export const entityIdSchema = z.string().check(z.maxLength(100), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** A `Reading`. */
export const readingSchema = z.object({
  density: z.enum(DENSITIES),
  style: z.enum(STYLES),
  opens: z.enum(OPENERS),
  muted: z.array(entityIdSchema).check(z.maxLength(MOST_MUTED)),
});
