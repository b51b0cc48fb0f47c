/**
 * Measures detection on labelled texts, beside a plain case-insensitive search for the same names.
 *
 *     npm run evaluate [-- [--json] [PATH ...]]
 *
 * Paths are files or folders in a notation of `corpus.ts`. Default: `tests/corpus`. A mention counts as right when its
 * entity and both its ends are right.
 */
import { parseArgs } from 'node:util';
import { compileDictionary } from '../lib/detection/compile/dictionary.ts';
import { createDetector } from '../lib/detection/detect.ts';
import { primarySubtag } from '../lib/detection/language.ts';
import { createMatcher } from '../lib/detection/matcher.ts';
import { type LabelledText, type Mark, readCorpus } from './corpus.ts';
import { repositoryLexicon } from './dataset-plugin.ts';
import { detectIn, placeIn, type ReadSource, readSource } from './detect-source.ts';

/** Errors whose words are printed. */
const MOST_ERRORS = 60;
/** UTF-16 units of text printed on both sides of an error. */
const AROUND = 50;

/** What was found rightly, wrongly, and not at all. */
class Tally {
  right = 0;
  wrong = 0;
  missed = 0;

  /** Shares between 0 and 1, rounded to thousandths; 1 where there was nothing to get wrong. */
  get scores() {
    const share = (of: number) => (of === 0 ? 1 : this.right / of);
    const precision = share(this.right + this.wrong);
    const recall = share(this.right + this.missed);
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    const round = (value: number) => Math.round(value * 1000) / 1000;
    return {
      right: this.right,
      wrong: this.wrong,
      missed: this.missed,
      precision: round(precision),
      recall: round(recall),
      f1: round(f1),
    };
  }
}

type Outcome = 'right' | 'wrong' | 'missed';

/** Tallies by name. */
class Tallies {
  readonly #tallies = new Map<string, Tally>();

  count(name: string, outcome: Outcome): void {
    const tally = this.#tallies.get(name) ?? new Tally();
    this.#tallies.set(name, tally);
    tally[outcome]++;
  }

  /** Scores by name: those with the most errors first, then by name. */
  get scores() {
    const errors = ({ wrong, missed }: Tally) => wrong + missed;
    const sorted = [...this.#tallies].sort(
      ([oneName, one], [otherName, other]) => errors(other) - errors(one) || (oneName < otherName ? -1 : 1),
    );
    return Object.fromEntries(sorted.map(([name, tally]) => [name, tally.scores]));
  }
}

const lexicon = repositoryLexicon();
const dictionary = compileDictionary(lexicon);
const detector = createDetector(dictionary);
const matcher = createMatcher(dictionary);

type Search = (source: ReadSource) => Mark[];
const searches = new Map<string, Search>();

/** Every name of the entities wherever it stands: what a reader would get without context. */
function plainSearch(lang: string): Search {
  const names = ['any', 'en', lang].flatMap((language) => lexicon.names[language] ?? []);
  const known = names.filter(([target, strength]) => !target.startsWith('!') && strength !== 'generic');
  const longestFirst = known.toSorted(([, , one], [, , other]) => other.length - one.length);
  const sources = longestFirst.map(
    ([, , pattern]) =>
      `(${pattern
        .replace(/[\\^$.*+?()[\]]/g, '\\$&')
        .replaceAll('{', '(?:')
        .replaceAll('}', ')')})`,
  );
  const unspaced = lang === 'zh' || lang === 'ja';
  const border = unspaced ? ['', ''] : ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
  const expression = new RegExp(`${border[0]}(?:${sources.join('|')})${border[1]}`, 'giu');
  return ({ blocks }) =>
    blocks.flatMap(({ text }, block) =>
      Array.from(text.matchAll(expression)).flatMap((match) => {
        const entity = longestFirst[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? '';
        const place = placeIn(blocks, block, match.index, match.index + match[0].length);
        return place ? [{ entity, ...place }] : [];
      }),
    );
}

const keyOf = ({ entity, start, end }: Mark) => `${entity} ${start} ${end}`;

/** How surely the dictionary takes the words of a mark for its entity, whatever their context. */
function strengthOf({ entity, start, end }: Mark, { blocks }: ReadSource, language: string): string {
  for (const [index, block] of blocks.entries()) {
    const candidate = matcher.scan(block.text, language).find((found) => {
      const place = found.target === entity && placeIn(blocks, index, found.start, found.end);
      return place && place.start === start && place.end === end;
    });
    if (candidate) return candidate.strength;
  }
  return /^article-\d/.test(entity) ? 'article' : 'unknown to the dictionary';
}

const overall = new Tallies();
const [byLanguage, byKind, byEntity, byStrength] = [new Tallies(), new Tallies(), new Tallies(), new Tallies()];
const relevance = new Tallies();
const errors: { id: string; outcome: Outcome | 'relevance'; entity: string; words: string; around: string }[] = [];

function compare(labelled: LabelledText): void {
  const source = readSource(labelled);
  const language = primarySubtag(source.lang) ?? 'en';
  const { relevant, mentions } = detectIn(source, detector);
  const wanted = new Set(labelled.marks.map(keyOf));
  const found = new Set(mentions.map(keyOf));
  const count = (mark: Mark, strength: string, outcome: Outcome) => {
    overall.count('Treaty Lens', outcome);
    byLanguage.count(language, outcome);
    byKind.count(labelled.kind, outcome);
    byEntity.count(mark.entity, outcome);
    byStrength.count(strength, outcome);
    if (outcome === 'right') return;
    const { text } = source;
    const [before, words, after] = [
      text.slice(Math.max(0, mark.start - AROUND), mark.start),
      text.slice(mark.start, mark.end),
      text.slice(mark.end, mark.end + AROUND),
    ];
    const around = `${before}[${words}]${after}`.replace(/\s+/g, ' ');
    errors.push({ id: labelled.id, outcome, entity: mark.entity, words, around });
  };
  for (const mention of mentions) count(mention, mention.strength, wanted.has(keyOf(mention)) ? 'right' : 'wrong');
  for (const mark of labelled.marks)
    if (!found.has(keyOf(mark))) count(mark, strengthOf(mark, source, language), 'missed');

  const search = searches.get(language) ?? plainSearch(language);
  searches.set(language, search);
  const plain = new Set(search(source).map(keyOf));
  for (const key of plain) overall.count('plain search', wanted.has(key) ? 'right' : 'wrong');
  for (const key of wanted) if (!plain.has(key)) overall.count('plain search', 'missed');

  if (labelled.relevant === undefined) return;
  if (relevant && labelled.relevant) relevance.count('Treaty Lens', 'right');
  if (relevant === labelled.relevant) return;
  relevance.count('Treaty Lens', relevant ? 'wrong' : 'missed');
  const around = relevant ? 'taken for a text about the treaty' : 'not taken for a text about the treaty';
  errors.unshift({ id: labelled.id, outcome: 'relevance', entity: '', words: '', around });
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const texts = readCorpus(positionals.length > 0 ? positionals : ['tests/corpus']);
texts.forEach(compare);

const negatives = texts.filter(({ relevant }) => relevant === false).length;
const results = {
  texts: texts.length,
  negatives,
  relevance: relevance.scores,
  overall: overall.scores,
  byLanguage: byLanguage.scores,
  byKind: byKind.scores,
  byStrength: byStrength.scores,
  byEntity: byEntity.scores,
  errors,
};

if (values.json) console.log(JSON.stringify(results, null, 2));
else {
  for (const { id, outcome, entity, around } of errors.slice(0, MOST_ERRORS)) {
    console.log(`${outcome.padEnd(9)} ${id}: ${entity && `${entity}: `}${around}`);
  }
  if (errors.length > MOST_ERRORS) console.log(`and ${errors.length - MOST_ERRORS} more (--json lists them all)`);
  const faulty = Object.entries(results.byEntity).filter(([, { wrong, missed }]) => wrong + missed > 0);
  for (const [title, table] of [
    ['Entities with errors', Object.fromEntries(faulty)],
    ['By strength', results.byStrength],
    ['By kind of text', results.byKind],
    ['By language', results.byLanguage],
    [`Mentions in ${texts.length} texts, exact spans`, results.overall],
    [`Relevance, with ${negatives} texts that are not about the treaty`, results.relevance],
  ] as const) {
    console.log(`\n${title}`);
    console.table(table);
  }
}
