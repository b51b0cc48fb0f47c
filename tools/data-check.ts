/** Checks the dataset and prints how far it speaks each language. Exit code 1 on a fault. */

import { DatasetError } from '../lib/dataset/assemble.ts';
import { today } from '../lib/dataset/calendar.ts';
import { coverageOf } from '../lib/dataset/coverage.ts';
import { summarizeStatus } from '../lib/dataset/status.ts';
import { LANGUAGES } from '../lib/dataset/terms.ts';
import { readDataset } from './read-dataset.ts';

try {
  const { dataset, aliases } = readDataset();
  const status = summarizeStatus(dataset, today());
  console.log(
    `Dataset: ${dataset.entities.length} entities, ${dataset.articles.length} articles, ${dataset.timeline.length} events, ` +
      `${dataset.sources.length} sources; ${status.signatories} signatories and ${status.ratifications} of ${status.needed} ` +
      `ratifications as of ${status.asOf} (${status.age} days ago).`,
  );
  const numbered = dataset.articles.filter(({ numbering }) => numbering === 'confirmed').length;
  console.log(`Article numbers seen in a source on the adopted text: ${numbered} of ${dataset.articles.length}.`);
  const rows = LANGUAGES.map((language) => ({ language, ...coverageOf(dataset, aliases, language) }));
  console.table(Object.fromEntries(rows.map(({ language, ...row }) => [language, row])));
} catch (error) {
  if (!(error instanceof DatasetError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
