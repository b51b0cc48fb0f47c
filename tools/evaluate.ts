/**
 * Measures detection on labelled texts, beside a plain case-insensitive search for the same names.
 *
 *     npm run evaluate [-- FILE ...]
 *
 * A file holds one JSON object a line: `{"id", "text" | "html", "lang", "relevant"?, "expect": [[entity, words], ...]}`,
 * `expect` in any order. Default: `tests/corpus/*.jsonl`.
 */
import { globSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { parsePage } from '../lib/article/html-tree.ts';
import { createDetector } from '../lib/detection/detect.ts';
import { flowOfText } from '../lib/detection/flow.ts';
import { expandPattern } from '../lib/detection/pattern.ts';
import { repositoryDictionary } from './dataset-plugin.ts';

const caseSchema = z.object({
  id: z.string(),
  text: z.string().optional(),
  html: z.string().optional(),
  lang: z.string(),
  relevant: z.boolean().optional(),
  expect: z.array(z.tuple([z.string(), z.string()])),
});

/** A mention as it is compared: its entity and its words, white space folded. */
const keyOf = (entity: string, words: string) => `${entity}: ${words.replace(/\s+/g, ' ')}`;

/** What is in one list and not in the other, counting repetitions. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((item) => {
    const at = left.indexOf(item);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

const dictionary = repositoryDictionary();
const detector = createDetector(dictionary);

/** Every name of the entities wherever it stands: what a reader would get without context. */
function plainSearch(lang: string): (text: string) => string[] {
  const owners = new Map<string, string>();
  for (const language of ['any', 'en', lang]) {
    for (const [target, strength, pattern] of dictionary.names[language] ?? []) {
      if (target.startsWith('!') || strength === 'generic') continue;
      for (const name of expandPattern(pattern)) owners.set(name.toLowerCase(), target);
    }
  }
  const longestFirst = [...owners.keys()].sort((one, other) => other.length - one.length);
  const escaped = longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) =>
    Array.from(text.matchAll(expression), ([words]) => keyOf(owners.get(words.toLowerCase()) ?? '', words));
}

const tally = { detector: { right: 0, wrong: 0, missed: 0 }, plain: { right: 0, wrong: 0, missed: 0 } };
let relevanceErrors = 0;
const searches = new Map<string, (text: string) => string[]>();
const files = process.argv.length > 2 ? process.argv.slice(2) : globSync('tests/corpus/*.jsonl');
for (const file of files) {
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { id, text = '', html, lang, relevant, expect } = caseSchema.parse(JSON.parse(line));
    const blocks = html === undefined ? flowOfText(text, lang) : parsePage(html).blocks;
    const wanted = expect.map(([entity, words]) => keyOf(entity, words));
    const detection = detector.detect(blocks, { lang });
    const found = detection.mentions.map(({ entity, block, start, end }) =>
      keyOf(entity, blocks[block]?.text.slice(start, end) ?? ''),
    );
    const search = searches.get(lang) ?? plainSearch(lang);
    searches.set(lang, search);
    const plain = blocks.flatMap((block) => search(block.text));
    for (const [name, list] of [
      ['detector', found],
      ['plain', plain],
    ] as const) {
      const wrong = without(list, wanted).length;
      tally[name].wrong += wrong;
      tally[name].right += list.length - wrong;
      tally[name].missed += without(wanted, list).length;
    }
    if (relevant !== undefined && relevant !== detection.relevant) relevanceErrors++;
    const [wrong, missed] = [without(found, wanted), without(wanted, found)];
    if (wrong.length > 0) console.log(`${id}: wrong   ${wrong.join(' | ')}`);
    if (missed.length > 0) console.log(`${id}: missed  ${missed.join(' | ')}`);
  }
}
console.table(
  Object.fromEntries(
    Object.entries(tally).map(([name, { right, wrong, missed }]) => {
      const [precision, recall] = [right / (right + wrong), right / (right + missed)];
      const f1 = (2 * precision * recall) / (precision + recall);
      const round = (value: number) => Math.round(value * 1000) / 1000;
      return [name, { right, wrong, missed, precision: round(precision), recall: round(recall), f1: round(f1) }];
    }),
  ),
);
console.log(`Relevance told wrongly: ${relevanceErrors}`);
