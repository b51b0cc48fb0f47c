/** The browser's own record of what a page's main thread did, task by task. */
import type { CDPSession } from '@playwright/test';

/** An event of the trace that has a duration; times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: { beginData?: { url?: string }; name?: string };
}

/** A task of the page's main thread; times in milliseconds. */
export interface Task {
  took: number;
  /** The kinds of work that took most of it, each without what it holds, longest first. */
  parts: { name: string; took: number }[];
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'];
/** The trace's own name for a task. */
const TASK = 'RunTask';
const MOST_PARTS = 4;
/** What a kind of work must take of a task to be told of, in milliseconds. */
const LEAST_PART = 1;

/** Time of each kind of event in a task, less that of the events within. */
function partsOf(task: TraceEvent, events: readonly TraceEvent[]): Task['parts'] {
  const end = task.ts + (task.dur ?? 0);
  const within = events
    .filter((event) => event.ts >= task.ts && event.ts + (event.dur ?? 0) <= end)
    .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  const own = new Map<string, number>();
  const open: { name: string; end: number }[] = [];
  for (const { name, ts, dur = 0 } of within) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= ts) open.pop();
    const around = open.at(-1);
    if (around) own.set(around.name, (own.get(around.name) ?? 0) - dur);
    own.set(name, (own.get(name) ?? 0) + dur);
    open.push({ name, end: ts + dur });
  }
  return Array.from(own, ([name, took]) => ({ name, took: took / 1000 }))
    .filter(({ took }) => took >= LEAST_PART)
    .sort((one, other) => other.took - one.took)
    .slice(0, MOST_PARTS);
}

/** The longest task of the thread that parsed a page from the host. */
function longestOf(events: readonly TraceEvent[], host: string): Task {
  const parsing = events.find(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url?.includes(host));
  if (!parsing) return { took: 0, parts: [] };
  const own = events.filter(({ pid, tid, dur }) => pid === parsing.pid && tid === parsing.tid && dur !== undefined);
  let longest: TraceEvent | undefined;
  for (const event of own) if (event.name === TASK && (event.dur ?? 0) > (longest?.dur ?? 0)) longest = event;
  return longest ? { took: (longest.dur ?? 0) / 1000, parts: partsOf(longest, own) } : { took: 0, parts: [] };
}

/** Begins a record. @returns ends it, and tells the longest task of the page at a host */
export async function startTrace(session: CDPSession): Promise<(host: string) => Promise<Task>> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  return async (host) => {
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
    await session.send('Tracing.end');
    await complete;
    return longestOf(events, host);
  };
}
