/** What has happened since an article was written. */
import { byDate, lastDayOf } from './calendar.ts';
import type { Dataset } from './dataset.ts';
import type { TimelineEvent } from './schema.ts';

/** So many events are told at once. */
const MOST_TOLD = 5;

/** The events since a day: those told at once, and the others. Each oldest first. */
export interface EventsSince {
  told: TimelineEvent[];
  others: TimelineEvent[];
}

/** The first day that an ISO date of any exactness can mean. */
function firstDayOf(date: string): string {
  return date + '-01-01'.slice(date.length - 4);
}

/**
 * What has happened after a day, up to and with another. Only what is certainly later counts: of an event that is dated
 * `2025-11` nothing is known in an article of that month.
 * @param published ISO date on which the article was written
 * @param today ISO date
 * @returns milestones first told, then the newest, five in all; the rest apart
 */
export function eventsSince({ timeline }: Pick<Dataset, 'timeline'>, published: string, today: string): EventsSince {
  const later = timeline.filter(({ date }) => firstDayOf(date) > published && lastDayOf(date) <= lastDayOf(today));
  const byWeight = later.toReversed().sort((one, other) => Number(other.milestone ?? 0) - Number(one.milestone ?? 0));
  const told = new Set(byWeight.slice(0, MOST_TOLD));
  return {
    told: later.filter((event) => told.has(event)).sort(byDate),
    others: later.filter((event) => !told.has(event)).sort(byDate),
  };
}
