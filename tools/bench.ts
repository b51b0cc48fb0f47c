/**
 * Measures the extension in Chromium, beside two plain readings of a page, mark.js and one flat expression.
 *
 *     npm run --silent bench [-- [--json] [--quick]]
 *
 * Prints tables, or with `--json` one JSON object and nothing else. A full run takes some six minutes on two cores, a
 * quick one a minute and a half. Missed figures do not fail the run. `TREATY_LENS_OUTPUT` names a folder of builds to be
 * measured; without it the extension is built anew.
 */
import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compileDictionary } from '../lib/detection/compile/dictionary.ts';
import { dictionaryFor } from '../lib/detection/dictionary.ts';
import { bundlePage } from '../tests/bench/bundle.ts';
import {
  type ComparedPage,
  type Comparison,
  comparePage,
  type GatedPage,
  gatePage,
  ratiosOf,
} from '../tests/bench/compare.ts';
import { measureGrowth } from '../tests/bench/growth.ts';
import { openLab } from '../tests/bench/lab.ts';
import { plainNames } from '../tests/bench/names.ts';
import { generatedPage, type MeasuredPage, realPages, SHARED_PAGES, silentPages } from '../tests/bench/pages.ts';
import { FULL, QUICK } from '../tests/bench/plan.ts';
import { printResults } from '../tests/bench/print.ts';
import type { Results } from '../tests/bench/results.ts';
import { rounded } from '../tests/bench/stats.ts';
import { measureStorm } from '../tests/bench/storm.ts';
import { measureThrottled } from '../tests/bench/throttled.ts';
import { measureUnderlining } from '../tests/bench/underline.ts';
import { judgeAll } from '../tests/bench/wanted.ts';
import { weigh } from '../tests/bench/weight.ts';
import { repositoryLexicon } from './dataset-plugin.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
});
const plan = values.quick ? QUICK : FULL;
const started = performance.now();
const [load = 0] = loadavg();

/** Tells on standard error how far the run is. */
function tell(what: string): void {
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stderr.write(`${String(seconds).padStart(4)} s  ${what}\n`);
}

if (process.env['TREATY_LENS_OUTPUT'] === undefined) {
  tell('building the extension');
  const { status } = spawnSync('npx', ['wxt', 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

const lexicon = repositoryLexicon();
const dictionary = dictionaryFor(compileDictionary(lexicon), 'en');
const names = plainNames(lexicon, ['any', 'en', 'en-home']);
const source = bundlePage();
const lab = await openLab();
const comparison: Comparison = { lab, source, dictionary, lexicon, names, plan };

async function compareAll(pages: readonly MeasuredPage[]): Promise<ComparedPage[]> {
  const compared: ComparedPage[] = [];
  for (const page of pages) compared.push(await comparePage(comparison, page));
  return compared;
}

try {
  const real = realPages().filter((_, index) => index % plan.realEvery === 0);
  if (real.length === 0) tell(`no pages in ${SHARED_PAGES}: going on with generated ones`);
  tell('comparing on real pages');
  const compared = await compareAll(real);
  tell('comparing on generated pages');
  compared.push(...(await compareAll(plan.sizes.map((size) => generatedPage(size)))));
  tell('comparing on pages about other things');
  const silent = await compareAll(plan.silentSizes.map((size) => generatedPage(size, 0)));
  const gated: GatedPage[] = [];
  for (const page of silentPages().filter((_, index) => index % plan.realEvery === 0)) {
    gated.push(await gatePage(comparison, page));
  }
  tell('growth');
  const growth = await measureGrowth(comparison, compared);
  tell('weight on pages about other things');
  const weight = await weigh(lab, plan);
  tell('first underline and layout shifts');
  const underlining = await measureUnderlining(lab, plan);
  tell('storm of mutations');
  const storm = await measureStorm(lab, plan);
  tell('slow machine');
  const throttled = await measureThrottled(lab, plan);
  tell('done');
  const results: Results = {
    machine: {
      cpu: cpus()[0]?.model ?? '',
      cores: cpus().length,
      load: rounded(load),
      seconds: Math.round((performance.now() - started) / 1000),
    },
    names: {
      entries: Object.values(dictionary.names).reduce((sum, { list }) => sum + list.length, 0),
      plain: names.length,
    },
    caps: plan.caps,
    pages: compared,
    silent,
    gated,
    ratios: { warm: ratiosOf(compared, 'warm'), cold: ratiosOf(compared, 'cold') },
    growth,
    weight,
    underlining,
    storm,
    throttled,
    wanted: judgeAll(compared, [...silent, ...gated], growth, underlining, throttled),
  };
  if (values.json) console.log(JSON.stringify(results, null, 2));
  else printResults(results);
} finally {
  await lab.close();
}
