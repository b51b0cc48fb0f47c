/** Prints what the builds weigh, and fails when a script that pages must carry grows over its budget. */
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUILDS = ['.output/chrome-mv3', '.output/firefox-mv3'];
/** Budgets in bytes of gzip: the gate runs on every page, the annotator on those that name the treaty. */
const BUDGETS: Readonly<Record<string, number>> = { 'gate.js': 6 * 1024, 'annotator.js': 110 * 1024 };
const OTHERS = ['background.js', 'dictionary.json', 'dataset.json', 'flags.json'];

const rows = BUILDS.filter((build) => existsSync(build)).flatMap((build) =>
  [...Object.keys(BUDGETS), ...OTHERS].map((file) => {
    const content = readFileSync(`${build}/${file}`);
    const gzip = gzipSync(content, { level: 9 }).length;
    const budget = BUDGETS[file];
    return {
      file: `${build}/${file}`,
      raw: content.length,
      gzip,
      budget: budget ?? '',
      over: budget !== undefined && gzip > budget,
    };
  }),
);
console.table(rows.map(({ over: _over, ...row }) => row));
for (const { file, gzip, budget } of rows.filter(({ over }) => over)) {
  console.error(`${file} is ${gzip} bytes gzipped, over its budget of ${budget}.`);
  process.exitCode = 1;
}
