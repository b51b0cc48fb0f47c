/** Prints what the builds weigh, and fails when a script that pages must carry grows over its budget. */
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUILDS = ['.output/chrome-mv3', '.output/firefox-mv3'];
/**
 * Budgets in bytes of gzip: the gate runs on every page, the detector and the annotator on those that name the treaty,
 * and what draws cards where one is opened. These three have one budget together.
 */
const BUDGETS: readonly { files: readonly string[]; most: number }[] = [
  { files: ['gate.js'], most: 6 * 1024 },
  { files: ['detector.js', 'annotator.js', 'cards.js'], most: 110 * 1024 },
];
const OTHERS = [
  'background.js',
  'dictionary/common.json',
  'dictionary/names/any.json',
  'dictionary/names/treaty.json',
  'dictionary/names/en.json',
  'dictionary/figures/en.json',
  'dictionary/names/ru.json',
  'dictionary/figures/ru.json',
  'dataset.json',
  'flags.json',
];

const sizesOf = (build: string, file: string) => {
  const content = readFileSync(`${build}/${file}`);
  return { raw: content.length, gzip: gzipSync(content, { level: 9 }).length };
};
const builds = BUILDS.filter((build) => existsSync(build));
const budgeted = builds.flatMap((build) =>
  BUDGETS.map(({ files, most }) => {
    const sizes = files.map((file) => sizesOf(build, file));
    const total = (of: 'raw' | 'gzip') => sizes.reduce((sum, size) => sum + size[of], 0);
    return {
      file: `${build}/${files.join(' + ')}`,
      raw: total('raw'),
      gzip: total('gzip'),
      parts: sizes.map(({ gzip }) => gzip).join(' + '),
      budget: most,
    };
  }),
);
const others = builds.flatMap((build) => OTHERS.map((file) => ({ file: `${build}/${file}`, ...sizesOf(build, file) })));
console.table([...budgeted, ...others]);
for (const { file, gzip, budget } of budgeted.filter((row) => row.gzip > row.budget)) {
  console.error(`${file} is ${gzip} bytes gzipped, over its budget of ${budget}.`);
  process.exitCode = 1;
}
