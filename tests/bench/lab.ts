/** The benchmark's browsers and their web: Chromium with the extension, and the same Chromium without. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { launchChromium } from '../../tools/chromium.ts';
import { BUILDS } from '../e2e/paths.ts';
import { startSite } from '../e2e/site.ts';
import type { MeasuredPage } from './pages.ts';
import { type LongestTasks, startTrace } from './trace.ts';

/** Whether the extension is in the browser. */
export type Presence = 'on' | 'off';

/** Keeps the pages' own scripts and their hosts out of what is measured. */
const POLICY = "default-src 'self'; style-src 'unsafe-inline'; script-src 'none'; frame-src 'none'";
const VIEWPORT = { width: 1000, height: 800 };

/** A page that is open in a tab of its own and a process of its own. */
export interface OpenPage {
  page: Page;
  session: CDPSession;
  /** Ends the trace that was asked for; the page's longest tasks so far, undefined where none was asked for. */
  endTrace(): Promise<LongestTasks | undefined>;
  close(): Promise<void>;
}

/** What is done to a tab before it goes to a page. */
export interface Before {
  /** Source of a script that runs in the page before anything else. */
  script?: string;
  /** How many times slower the processor is made. */
  throttling?: number;
  /** Whether the browser's trace is recorded. */
  trace?: boolean;
}

export interface Lab {
  /** Opens a page and waits for its `load`. */
  open(page: MeasuredPage, presence: Presence, before?: Before): Promise<OpenPage>;
  close(): Promise<void>;
}

/** An extension that does nothing: the browser without ours has one too, so that only ours makes the difference. */
async function makeIdleExtension(folder: string): Promise<void> {
  const manifest = { manifest_version: 3, name: 'Idle', version: '1', background: { service_worker: 'idle.js' } };
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'idle.js'), '');
}

/** Starts both browsers and the server. */
export async function openLab(): Promise<Lab> {
  const site = await startSite();
  const idle = await mkdtemp(path.join(tmpdir(), 'treaty-lens-idle-'));
  await makeIdleExtension(idle);
  const launch = async (extension: string) =>
    (await launchChromium({ extension, headless: true, port: site.port, viewport: VIEWPORT, lang: 'en-US' })).context;
  const [on, off] = await Promise.all([launch(BUILDS.chromium), launch(idle)]);
  const contexts: Record<Presence, BrowserContext> = { on, off };
  const paths = new Map<string, string>();
  let opened = 0;

  return {
    async open({ html }, presence, { script, throttling, trace } = {}) {
      let pathname = paths.get(html);
      if (pathname === undefined) {
        pathname = `/bench/${paths.size}`;
        paths.set(html, pathname);
        site.serve(pathname, html, POLICY);
      }
      const page = await contexts[presence].newPage();
      const session = await contexts[presence].newCDPSession(page);
      await session.send('Performance.enable');
      if (script !== undefined) await page.addInitScript(script);
      if (throttling !== undefined) await session.send('Emulation.setCPUThrottlingRate', { rate: throttling });
      const end = trace ? await startTrace(session) : undefined;
      // A site of its own gives it a process of its own: nothing is warm but the browser itself.
      const host = `bench-${opened++}.org`;
      await page.goto(`http://${host}${pathname}`, { waitUntil: 'load' });
      return {
        page,
        session,
        endTrace: async () => end?.(host),
        close: () => page.close(),
      };
    },
    async close() {
      await Promise.all(Object.values(contexts).map((context) => context.close()));
      await site.close();
      await rm(idle, { recursive: true, force: true });
    },
  };
}

/** What the browser counts of a page's process since its tab was opened: times in milliseconds, memory in bytes. */
export interface Metrics {
  /** As the browser counts it, which leaves out what the extension runs when a message comes in. */
  script: number;
  /** Styles and layout. */
  layout: number;
  /** All that the main thread did. */
  task: number;
  /** Of the heap, without what could be collected when `collected` was asked for. */
  heap: number;
}

/**
 * Reads the counters.
 * @param collected whether garbage is collected before the heap is measured
 */
export async function metricsOf({ session }: OpenPage, collected = false): Promise<Metrics> {
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value]));
  };
  const times = await read();
  if (collected) await session.send('HeapProfiler.collectGarbage');
  const heap = (collected ? await read() : times).get('JSHeapUsedSize') ?? 0;
  const milliseconds = (...names: string[]) => names.reduce((sum, name) => sum + (times.get(name) ?? 0) * 1000, 0);
  return {
    script: milliseconds('ScriptDuration'),
    layout: milliseconds('LayoutDuration', 'RecalcStyleDuration'),
    task: milliseconds('TaskDuration'),
    heap,
  };
}

/** Waits until a page has been left in peace for a time and is idle, in milliseconds. */
export async function rest({ page }: OpenPage, milliseconds: number): Promise<void> {
  await page.evaluate(
    (time) => new Promise<void>((done) => setTimeout(() => requestIdleCallback(() => done()), time)),
    milliseconds,
  );
}
