/** Figures of whole texts: that they are the treaty's, which of their words are underlined, and how often both hold. */
import { describe, expect, test } from 'vitest';
import { dictionaryFor } from '../../../lib/detection/dictionary.ts';
import { flowOfText } from '../../../lib/detection/flow.ts';
import { primarySubtag } from '../../../lib/detection/language.ts';
import { readCorpus } from '../../../tools/corpus.ts';
import { placeIn, readSource } from '../../../tools/detect-source.ts';
import { detector, dictionary } from '../support/detecting.ts';

const TREATY = 'UN Convention against Cybercrime';

/** The figures of a text, each as "kind value: words | underlined words". */
function figuresIn(text: string, lang = 'en'): string[] {
  const blocks = flowOfText(text, lang);
  return detector.detect(blocks, { lang }).figures.map(({ kind, value, block, start, end, line }) => {
    const words = blocks[block]?.text ?? '';
    return `${kind} ${value}: ${words.slice(start, end)} | ${words.slice(line.start, line.end)}`;
  });
}

describe('on the labelled texts', () => {
  const texts = readCorpus([new URL('../../corpus/figures', import.meta.url).pathname]);
  const results = texts.map((labelled) => {
    const { blocks, lang } = readSource(labelled);
    const marks = new Set(labelled.marks.map(({ entity, start, end }) => `${entity} ${start} ${end}`));
    const found = detector.detect(blocks, { lang }).figures.map(({ kind, value, block, start, end }) => {
      const place = placeIn(blocks, block, start, end);
      return `${kind}-${value} ${place?.start} ${place?.end}`;
    });
    const right = found.filter((figure) => marks.has(figure)).length;
    return { lang: primarySubtag(lang ?? ''), right, found: found.length, marked: marks.size };
  });
  const sum = (of: typeof results, key: 'right' | 'found' | 'marked') =>
    of.reduce((total, result) => total + result[key], 0);

  test('precision is at least 0.95 and recall at least 0.9, kind, value and both ends', () => {
    expect(sum(results, 'marked')).toBeGreaterThan(240);
    expect(sum(results, 'right') / sum(results, 'found')).toBeGreaterThanOrEqual(0.95);
    expect(sum(results, 'right') / sum(results, 'marked')).toBeGreaterThanOrEqual(0.9);
  });

  test.each(['en', 'fr', 'es', 'ru', 'zh', 'ar', 'vi', 'pt', 'de', 'it', 'fa', 'ja'])('precision in %s', (lang) => {
    const own = results.filter((result) => result.lang === lang);
    expect(sum(own, 'right') / sum(own, 'found')).toBeGreaterThanOrEqual(0.95);
  });
});

test('a page is given the figures of its language and of English', () => {
  expect(Object.keys(dictionaryFor(dictionary, 'de-AT').figures).sort()).toEqual(['de', 'en']);
  expect(Object.keys(dictionaryFor(dictionary, '').figures)).toEqual(['en']);
});

describe('what is underlined', () => {
  test('is all of a figure that no mention stands in', () => {
    expect(figuresIn(`So far 72 states have signed the ${TREATY}.`)).toEqual([
      'signatories 72: 72 states have signed | 72 states have signed',
    ]);
  });

  test('leaves a mention to itself', () => {
    expect(
      figuresIn('Bislang haben 72 Staaten das UN-Übereinkommen gegen Cyberkriminalität unterzeichnet.', 'de'),
    ).toEqual([
      'signatories 72: 72 Staaten das UN-Übereinkommen gegen Cyberkriminalität unterzeichnet | 72 Staaten das',
    ]);
    expect(figuresIn(`The ${TREATY}: 72 states, including Russia, have signed the treaty.`)).toEqual([
      'signatories 72: 72 states, including Russia, have signed | 72 states, including',
    ]);
  });
});

describe('there is none', () => {
  test.each([
    [
      'in a story that names the treaty in passing',
      `${'A long story of other things, told at length. '.repeat(30)}In 2025 72 states signed the ${TREATY}.`,
    ],
    ['of a court', `The ${TREATY} stands, a tribunal in Hanoi ruled by seven votes to two.`],
    ['of votes against something untold', `On the ${TREATY}, 60 voted against.`],
    ['where something else was signed', `At the ${TREATY} ceremony two countries signed a bilateral deal.`],
    ['where something else was joined', `Unlike the ${TREATY}, 45 countries have joined the 24/7 network.`],
  ])('%s', (_, text) => {
    expect(figuresIn(text)).toEqual([]);
  });
});

test('of two verbs the nearer one tells what was done', () => {
  expect(figuresIn(`Of the ${TREATY}: 72 states signed and three have ratified.`)[0]).toMatch(/^signatories 72/);
});

test.each([
  [`The ${TREATY} binds its parties 90 days after 40 of them have ratified.`, 'en', 'needed 40'],
  [
    `In the ${TREATY}, three have ratified, and it takes effect only 90 days after the 40th state.`,
    'en',
    'ratifications 3',
  ],
  ['按照《联合国打击网络犯罪公约》，40个国家批准90天后公约生效。', 'zh', 'needed 40'],
])('what is told beside the days of waiting is needed: %s', (text, lang, figure) => {
  expect(figuresIn(text, lang)[0]).toContain(figure);
});
