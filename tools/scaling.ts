/**
 * Shows that detection takes time in proportion to the text, whatever the text.
 *
 *     npm run evaluate:scaling [-- --json]
 *
 * Prints, for texts of 10 kB to 10 MB, milliseconds and nanoseconds a character: an article about the treaty repeated
 * as paragraphs, the same without a line break, one letter, letters that begin every name, and half a name over and over.
 */
import { parseArgs } from 'node:util';
import { createDetector } from '../lib/detection/detect.ts';
import { flowOfText } from '../lib/detection/flow.ts';
import { repositoryDictionary } from './dataset-plugin.ts';

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];
const PARAGRAPH =
  'Russia and Iran hailed the UN Convention against Cybercrime, which Human Rights Watch called a blank cheque. ' +
  'Under Article 24 of the treaty, states decide. The delegation left the hall before noon, and nobody spoke of it. ';
const TEXTS: readonly [name: string, unit: string][] = [
  ['an article, in paragraphs', `${PARAGRAPH}\n\n`],
  ['an article, in one line', PARAGRAPH],
  ['one letter', 'u'],
  ['capitals that begin names', 'U R C I M '],
  ['half a name', 'United Nations Convention against Cyber '],
  ['brackets and digits', 'Article 1(2), 3(4), 5, 6 and 7; '],
  ['a text about nothing', 'The weather was fair and the harvest good, as it had been the year before. '],
];

const detector = createDetector(repositoryDictionary());
// The first reading builds the index.
detector.detect(flowOfText(PARAGRAPH), { lang: 'en' });

const table = TEXTS.map(([name, unit]) => {
  const row: Record<string, string> = { text: name };
  for (const size of SIZES) {
    const blocks = flowOfText(unit.repeat(Math.ceil(size / unit.length)).slice(0, size), 'en');
    const start = performance.now();
    detector.detect(blocks, { lang: 'en' });
    const took = performance.now() - start;
    row[`${size / 1000} kB`] = `${took.toFixed(1)} ms, ${((took * 1e6) / size).toFixed(0)} ns/char`;
  }
  return row;
});

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
if (values.json) console.log(JSON.stringify(table, null, 2));
else console.table(Object.fromEntries(table.map(({ text, ...rest }) => [text, rest])));
