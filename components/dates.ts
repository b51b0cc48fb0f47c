/** Dates as the reader's language writes them. */
import { DIGITS } from './numbers.ts';

const STYLES: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'short', day: 'numeric' },
};

function formatFor(date: string, lang: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(lang, { ...STYLES[date.length], ...DIGITS, timeZone: 'UTC' });
}

/**
 * Writes a date no more exactly than it is known.
 * @param date ISO date: YYYY, YYYY-MM or YYYY-MM-DD
 * @param lang BCP 47 tag
 */
export function formatDate(date: string, lang: string): string {
  return formatFor(date, lang).format(new Date(date));
}

/**
 * Writes a range of dates, each end no more exactly than it is known.
 * @param from ISO date as in `formatDate`, and so is `to`
 */
export function formatDates(from: string, to: string, lang: string): string {
  return from.length === to.length
    ? formatFor(from, lang).formatRange(new Date(from), new Date(to))
    : `${formatDate(from, lang)} – ${formatDate(to, lang)}`;
}
