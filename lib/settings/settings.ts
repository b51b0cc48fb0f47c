/** What the reader has chosen, and where that is kept. */
import { z } from 'zod/mini';
import { DEFAULT_READING } from './reading.ts';
import { readingSchema } from './reading-schema.ts';

/** A rule for a site and its subdomains, by host name. */
export const siteRuleSchema = z.enum(['on', 'off']);

export const settingsSchema = z.object({
  /** No site is annotated until the reader goes on. */
  paused: z.boolean(),
  /** Rules by host name; a host without one follows its parent domain. */
  sites: z.record(z.string(), siteRuleSchema),
  /** Settings stored before there was a choice have none; an unreadable one must not cost the reader the rest. */
  reading: z.catch(readingSchema, DEFAULT_READING),
});

export type SiteRule = z.infer<typeof siteRuleSchema>;
export type Settings = z.infer<typeof settingsSchema>;

/** What holds before the reader has chosen anything. */
export const DEFAULT_SETTINGS: Settings = { paused: false, sites: {}, reading: DEFAULT_READING };

/**
 * Settings as they were stored, or the defaults for what is unreadable.
 * @param stored whatever the browser's storage held
 */
export function readSettings(stored: unknown): Settings {
  const parsed = settingsSchema.safeParse(stored);
  return parsed.success ? parsed.data : DEFAULT_SETTINGS;
}
