/** Reckoning with ISO dates, in whole days. */

const DAY = 86_400_000;

/** Today as an ISO date, UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Orders dated things, the oldest first; those of one date stay as they stood. For `Array.prototype.sort`. */
export function byDate(one: { date: string }, other: { date: string }): number {
  if (one.date === other.date) return 0;
  return one.date < other.date ? -1 : 1;
}

/** Whole days from one ISO date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The ISO date so many days after another. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The last day that an ISO date of any exactness can mean: `2026-02` gives `2026-02-28`. */
export function lastDayOf(date: string): string {
  const [year, month] = date.split('-').map(Number);
  if (date.length === 10 || year === undefined) return date;
  return new Date(Date.UTC(year, month ?? 12, 0)).toISOString().slice(0, 10);
}
