/**
 * Measures the reading of figures on labelled texts: precision, recall and each error.
 *
 *     node tools/evaluate-figures.ts [--json] [PATH ...]
 *
 * Paths are files or folders in the notation of `corpus.ts`, in which `[72 states have signed](signatories-72)` marks a
 * figure by its kind and value. Default: `tests/corpus/figures`. A figure counts as right when kind, value and both ends
 * are right; beside that, the table says how many are right in kind and value with words that overlap.
 */
import { parseArgs } from 'node:util';
import { createDetector } from '../lib/detection/detect.ts';
import { primarySubtag } from '../lib/detection/language.ts';
import { type LabelledText, type Mark, readCorpus } from './corpus.ts';
import { repositoryDictionary } from './dataset-plugin.ts';
import { placeIn, readSource } from './detect-source.ts';

/** UTF-16 units of text printed on both sides of an error. */
const AROUND = 50;

const detector = createDetector(repositoryDictionary());

/** What was found rightly, wrongly, and not at all; `near` are right but for their ends. */
interface Tally {
  right: number;
  near: number;
  wrong: number;
  missed: number;
}

/** The treaty's figures in a source, placed as marks; none in a text that is not about it, as on a page. */
function figuresIn(labelled: LabelledText): Mark[] {
  const { blocks, lang } = readSource(labelled);
  return detector.detect(blocks, { lang }).figures.flatMap(({ kind, value, block, start, end }) => {
    const place = placeIn(blocks, block, start, end);
    return place ? [{ entity: `${kind}-${value}`, ...place }] : [];
  });
}

const tallies = new Map<string, Tally>();
const errors: string[] = [];

function compare(labelled: LabelledText): void {
  const { text } = readSource(labelled);
  const language = primarySubtag(labelled.lang) ?? 'en';
  const tally = tallies.get(language) ?? { right: 0, near: 0, wrong: 0, missed: 0 };
  tallies.set(language, tally);
  const report = (outcome: string, { entity, start, end }: Mark) => {
    const around = `${text.slice(Math.max(0, start - AROUND), start)}[${text.slice(start, end)}]${text.slice(end, end + AROUND)}`;
    errors.push(`${outcome.padEnd(7)} ${labelled.id}: ${entity}: ${around.replace(/\s+/g, ' ')}`);
  };
  const waiting = new Set(labelled.marks);
  for (const found of figuresIn(labelled)) {
    const overlapping = ({ entity, start, end }: Mark) =>
      entity === found.entity && start < found.end && end > found.start;
    const mark = [...waiting].find(overlapping);
    if (!mark) {
      tally.wrong++;
      report('wrong', found);
      continue;
    }
    waiting.delete(mark);
    if (mark.start === found.start && mark.end === found.end) tally.right++;
    else {
      tally.near++;
      report('ends', found);
    }
  }
  for (const mark of waiting) {
    tally.missed++;
    report('missed', mark);
  }
}

/** Shares, rounded to thousandths; 1 where there was nothing to get wrong. */
function scoresOf({ right, near, wrong, missed }: Tally) {
  const share = (part: number, of: number) => (of === 0 ? 1 : Math.round((part / of) * 1000) / 1000);
  const [found, marked] = [right + near + wrong, right + near + missed];
  return {
    ...{ right, near, wrong, missed },
    precision: share(right, found),
    recall: share(right, marked),
    'precision, any ends': share(right + near, found),
    'recall, any ends': share(right + near, marked),
  };
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const texts = readCorpus(positionals.length > 0 ? positionals : ['tests/corpus/figures']);
texts.forEach(compare);
const all: Tally = { right: 0, near: 0, wrong: 0, missed: 0 };
for (const tally of tallies.values()) {
  for (const key of ['right', 'near', 'wrong', 'missed'] as const) all[key] += tally[key];
}
const byLanguage = Object.fromEntries([...tallies].map(([language, tally]) => [language, scoresOf(tally)]));

if (values.json)
  console.log(JSON.stringify({ texts: texts.length, overall: scoresOf(all), byLanguage, errors }, null, 2));
else {
  for (const error of errors) console.log(error);
  console.table(byLanguage);
  console.log(`Figures in ${texts.length} texts`);
  console.table({ overall: scoresOf(all) });
}
