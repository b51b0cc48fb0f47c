/** Dates as the reader's language writes them. */

const STYLES: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'short', day: 'numeric' },
};

/**
 * Writes a date no more exactly than it is known.
 * @param date ISO date: YYYY, YYYY-MM or YYYY-MM-DD
 * @param lang BCP 47 tag
 */
export function formatDate(date: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { ...STYLES[date.length], timeZone: 'UTC' }).format(new Date(date));
}
