/** What a page about the treaty pays for the extension while it changes a great deal. */
import { type Lab, type Metrics, metricsOf, type OpenPage, type Presence, rest } from './lab.ts';
import { generatedPage } from './pages.ts';
import type { Plan } from './plan.ts';
import { median, rounded } from './stats.ts';
import { untilHighlighted } from './wait.ts';

const UNITS = 100_000;
const MUTATIONS = 1000;
const A_FRAME = 20;
/** Time after the last mutation in which the page is read once more, in milliseconds. */
const AFTERWARDS = 600;

/** Medians over runs, in milliseconds. */
export interface Storm {
  /** Text of the page, in UTF-16 units. */
  units: number;
  mutations: number;
  script: { on: number; off: number; added: number };
  layout: { on: number; off: number; added: number };
  task: { on: number; off: number; added: number };
}

/** Adds paragraphs, takes them away, changes texts and classes, some of each in every frame. */
async function mutate({ page }: OpenPage): Promise<void> {
  await page.evaluate(
    async ({ mutations, aFrame }) => {
      const article = document.querySelector('article') as Element;
      const paragraphs = Array.from(article.querySelectorAll('p'));
      for (let done = 0; done < mutations; done++) {
        const paragraph = paragraphs[(done * 7) % paragraphs.length] as Element;
        if (done % 4 === 0) {
          const added = document.createElement('p');
          added.textContent = `Update ${done}: Russia spoke about the treaty.`;
          paragraph.after(added);
        } else if (done % 4 === 1) paragraph.nextElementSibling?.remove();
        else if (done % 4 === 2) paragraph.classList.toggle('seen');
        else paragraph.append(` (${done})`);
        if (done % aFrame === aFrame - 1) await new Promise(requestAnimationFrame);
      }
    },
    { mutations: MUTATIONS, aFrame: A_FRAME },
  );
}

async function storm(lab: Lab, presence: Presence): Promise<Metrics> {
  const open = await lab.open(generatedPage(UNITS), presence);
  if (presence === 'on') await untilHighlighted(open);
  await rest(open, AFTERWARDS);
  const before = await metricsOf(open);
  await mutate(open);
  await rest(open, AFTERWARDS);
  const after = await metricsOf(open);
  await open.close();
  return {
    script: after.script - before.script,
    layout: after.layout - before.layout,
    task: after.task - before.task,
    heap: after.heap - before.heap,
  };
}

/** Makes storms with the extension and without, in turn. */
export async function measureStorm(lab: Lab, { pairs }: Plan): Promise<Storm> {
  const runs: Record<Presence, Metrics[]> = { on: [], off: [] };
  for (let pair = 0; pair < Math.ceil(pairs / 2); pair++) {
    for (const presence of ['on', 'off'] as const) runs[presence].push(await storm(lab, presence));
  }
  const of = (kind: 'script' | 'layout' | 'task') => {
    const [on, off] = [median(runs.on.map((run) => run[kind])), median(runs.off.map((run) => run[kind]))];
    return { on: rounded(on), off: rounded(off), added: rounded(on - off) };
  };
  return { units: UNITS, mutations: MUTATIONS, script: of('script'), layout: of('layout'), task: of('task') };
}
