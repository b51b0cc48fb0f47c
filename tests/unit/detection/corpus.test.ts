/** The floor under detection: what `npm run evaluate` measures must not fall below what readers were promised. */
import { describe, expect, test } from 'vitest';
import { primarySubtag } from '../../../lib/detection/language.ts';
import { type LabelledText, readCorpus } from '../../../tools/corpus.ts';
import { detectIn, readSource } from '../../../tools/detect-source.ts';
import { detector } from '../support/detecting.ts';

const texts = readCorpus([new URL('../../corpus', import.meta.url).pathname]);
const results = texts.map((text) => ({ text, ...detectIn(readSource(text), detector) }));

/** Precision, recall and F1 of exact spans. */
function scoresOf(wanted: (text: LabelledText) => boolean) {
  let [right, found, marked] = [0, 0, 0];
  for (const { text, mentions } of results) {
    if (!wanted(text)) continue;
    const marks = new Set(text.marks.map(({ entity, start, end }) => `${entity} ${start} ${end}`));
    right += mentions.filter(({ entity, start, end }) => marks.has(`${entity} ${start} ${end}`)).length;
    found += mentions.length;
    marked += text.marks.length;
  }
  const [precision, recall] = [right / found, right / marked];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

test('the corpus is as large as promised', () => {
  expect(texts.length).toBeGreaterThanOrEqual(150);
  expect(texts.filter(({ relevant }) => relevant === false).length).toBeGreaterThanOrEqual(60);
  expect(new Set(texts.map(({ lang }) => primarySubtag(lang))).size).toBe(12);
  expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length);
});

test('every mark is of an entity and holds words', () => {
  const strange = texts.flatMap(({ id, marks }) => marks.filter(({ start, end }) => end <= start).map(() => id));
  expect(strange).toEqual([]);
});

test('exact spans: precision at least 0.98, recall at least 0.95', () => {
  const { precision, recall } = scoresOf(() => true);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.95);
});

describe('F1 is at least 0.92 in', () => {
  test.each(['en', 'fr', 'es', 'ru', 'zh', 'ar', 'vi', 'pt', 'de', 'it', 'fa', 'ja'])('%s', (language) => {
    expect(scoresOf(({ lang }) => primarySubtag(lang) === language).f1).toBeGreaterThanOrEqual(0.92);
  });
});

test('no text about something else is taken for one about the treaty', () => {
  const alarms = results.filter(({ text, relevant }) => relevant && text.relevant === false);
  expect(alarms.map(({ text }) => text.id)).toEqual([]);
});
