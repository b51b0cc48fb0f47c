/** The browser's own record of what a page's main thread did, task by task. */
import type { CDPSession } from '@playwright/test';

/** An event of the trace that has a duration; times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: {
    beginData?: { url?: string };
    data?: { url?: string };
    chrome_mojo_event_info?: { mojo_interface_tag?: string };
  };
}

/** A task of the page's main thread; times in milliseconds. */
export interface Task {
  took: number;
  /** The kinds of work that took most of it, each without what it holds, longest first. */
  parts: { name: string; took: number }[];
}

/**
 * What the main thread of a page does for the extension: begins with the gate and runs it, begins with another script,
 * hears a message, reads and paints.
 */
export type Errand = 'gate' | 'scripts' | 'message' | 'reading';

/** The longest tasks of a page's main thread. */
export interface LongestTasks {
  /** Whatever it did. */
  any: Task;
  /** Those done for the extension, where the page has no script of its own. */
  ours: Record<Errand, Task>;
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'];
/** The trace's own name for a task. */
const TASK = 'RunTask';
const MOST_PARTS = 4;
/** What a kind of work must take of a task to be told of, in milliseconds. */
const LEAST_PART = 1;

/**
 * Time of each kind of event in a task, less that of the events within.
 * @param within its events, in their order
 */
function partsOf(within: readonly TraceEvent[]): Task['parts'] {
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

const NONE: Task = { took: 0, parts: [] };
/** The trace's names for script that runs, and for a message from another process. */
const RUNS = new Set(['BlinkScheduler_PerformMicrotaskCheckpoint', 'FunctionCall', 'v8.callFunction', 'v8.run']);
const MESSAGE = 'Receive mojo message';
/** … and for a callback of the page's or the debugger's before a frame is drawn. */
const FRAME = 'FireAnimationFrame';
/** Interfaces of the browser by which the debugger, which is no part of a reader's browser, comes to a page … */
const DEBUGGER = /^blink\.mojom\.DevTools/;
/** … and extensions do. */
const EXTENSIONS = /^extensions\.mojom\./;

/** For what a task was done that holds these events; undefined where it was not for the extension. */
function errandOf(within: readonly TraceEvent[]): Errand | undefined {
  const interfaces = within
    .filter(({ name }) => name === MESSAGE)
    .map(({ args }) => args?.chrome_mojo_event_info?.mojo_interface_tag ?? '');
  if (interfaces.some((tag) => DEBUGGER.test(tag))) return undefined;
  // The extension asks for no frame before the pointer moves; whoever waits for its underlines does.
  if (within.some(({ name }) => name === FRAME)) return undefined;
  const begins = (script: string) => within.some(({ args }) => args?.data?.url?.endsWith(`/${script}.js`));
  if (begins('gate')) return 'gate';
  if (['detector', 'annotator', 'cards'].some(begins)) return 'scripts';
  if (interfaces.some((tag) => EXTENSIONS.test(tag))) return 'message';
  const runs = within.some(({ name, dur = 0 }) => RUNS.has(name) && dur / 1000 >= LEAST_PART);
  return runs ? 'reading' : undefined;
}

/** The longest tasks of the thread that parsed a page from the host. */
function longestOf(events: readonly TraceEvent[], host: string): LongestTasks {
  const longest: LongestTasks = { any: NONE, ours: { gate: NONE, scripts: NONE, message: NONE, reading: NONE } };
  const parsing = events.find(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url?.includes(host));
  if (!parsing) return longest;
  const own = events
    .filter(({ pid, tid, dur }) => pid === parsing.pid && tid === parsing.tid && dur !== undefined)
    .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  for (const [index, task] of own.entries()) {
    if (task.name !== TASK) continue;
    const end = task.ts + (task.dur ?? 0);
    let behind = index + 1;
    while ((own[behind]?.ts ?? end) < end) behind++;
    const within = own.slice(index + 1, behind);
    const took = (task.dur ?? 0) / 1000;
    if (took > longest.any.took) longest.any = { took, parts: partsOf(within) };
    const errand = errandOf(within);
    if (errand && took > longest.ours[errand].took) longest.ours[errand] = { took, parts: partsOf(within) };
  }
  return longest;
}

/** Begins a record. @returns ends it, and tells the longest tasks of the page at a host */
export async function startTrace(session: CDPSession): Promise<(host: string) => Promise<LongestTasks>> {
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
