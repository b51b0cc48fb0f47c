/** What the extension costs a page that is not about the treaty. */
import { type Lab, type Metrics, metricsOf, rest } from './lab.ts';
import { generatedPage, silentPages, spread } from './pages.ts';
import type { Plan } from './plan.ts';
import { median, rounded } from './stats.ts';

/** The gate looks again so long after loading, at the latest, in milliseconds (`lib/article/gate.ts`). */
const GATE_DONE = 600;

/** Medians over loads: times in milliseconds, memory in kB after a collection of garbage. */
export interface Weight {
  name: string;
  on: Metrics;
  off: Metrics;
  added: Metrics;
}

const KINDS = ['script', 'layout', 'task', 'heap'] as const;

function mediansOf(loads: readonly Metrics[]): Metrics {
  return {
    script: rounded(median(loads.map(({ script }) => script))),
    layout: rounded(median(loads.map(({ layout }) => layout))),
    task: rounded(median(loads.map(({ task }) => task))),
    heap: rounded(median(loads.map(({ heap }) => heap / 1024))),
  };
}

/** Loads each page with the extension and without, in turn. */
export async function weigh(lab: Lab, { pairs, weighed }: Plan): Promise<Weight[]> {
  const pages = [...spread(silentPages(), weighed.real), ...weighed.sizes.map((size) => generatedPage(size, 0))];
  const weights: Weight[] = [];
  for (const page of pages) {
    const loads: Record<'on' | 'off', Metrics[]> = { on: [], off: [] };
    // The first pair brings page and extension into the browser's caches.
    for (let pair = 0; pair <= pairs; pair++) {
      for (const presence of ['on', 'off'] as const) {
        const open = await lab.open(page, presence);
        await rest(open, GATE_DONE);
        const metrics = await metricsOf(open, true);
        await open.close();
        if (pair > 0) loads[presence].push(metrics);
      }
    }
    const [on, off] = [mediansOf(loads.on), mediansOf(loads.off)];
    const added = Object.fromEntries(KINDS.map((kind) => [kind, rounded(on[kind] - off[kind])])) as unknown as Metrics;
    weights.push({ name: page.name, on, off, added });
  }
  return weights;
}
