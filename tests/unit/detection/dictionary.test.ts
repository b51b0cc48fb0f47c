import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../lib/dataset/terms.ts';
import { createDetector } from '../../../lib/detection/detect.ts';
import {
  dictionaryFor,
  EVERYWHERE,
  type NameSet,
  partDictionary,
  partsFor,
  treatyIn,
} from '../../../lib/detection/dictionary.ts';
import { flowOfText } from '../../../lib/detection/flow.ts';
import { dictionary } from '../support/detecting.ts';

const parts = partDictionary(dictionary);
const conditionsOf = (sets: Record<string, NameSet>) =>
  new Set(Object.values(sets).flatMap(({ list }) => list.flatMap(([, , , ...indices]) => indices.map(String))));

describe('the parts of the dictionary', () => {
  test('are those that some page needs', () => {
    const needed = LANGUAGES.map(partsFor).flatMap(({ common, names, figures }) => [common, ...names, ...figures]);
    expect(Object.keys(parts).sort()).toEqual([...new Set(needed)].sort());
  });

  test('hold English names for all pages, and the treaty in every other language', () => {
    const { names } = partsFor('nl');
    const sets = names.flatMap((name) => Object.keys((parts[name] as { names: object }).names));
    expect(sets.sort()).toEqual(
      [EVERYWHERE, ...LANGUAGES.filter((language) => language !== 'en').map(treatyIn)].sort(),
    );
  });

  test('hold English figures for all pages', () => {
    expect(partsFor('nl').figures).toEqual(partsFor('en').figures);
    expect(partsFor('fr').figures).toHaveLength(2);
  });

  test('have the conditions of their names and no others', () => {
    for (const part of Object.values(parts)) {
      if ('names' in part) expect(new Set(Object.keys(part.conditions))).toEqual(conditionsOf(part.names));
    }
  });

  test.each([
    ['fr', 'La Convention des Nations Unies contre la cybercriminalité a été signée par la Russie.'],
    ['de', 'Die UN-Konvention gegen Cyberkriminalität hat auch Russland unterzeichnet.'],
    ['en', 'The Russian delegation signed the UN Convention against Cybercrime.'],
  ])('tell of a page in %s what the whole tells', (lang, text) => {
    const blocks = flowOfText(text, lang);
    const { mentions } = createDetector(dictionaryFor(dictionary, lang)).detect(blocks, { lang });
    expect(mentions).toEqual(createDetector(dictionary).detect(blocks, { lang }).mentions);
    expect(mentions.map(({ entity }) => entity).sort()).toEqual(['russia', 'treaty']);
  });

  test('tell of a language without a part what English and the treaty names of all languages tell', () => {
    const text = 'Human Rights Watch over de UN Convention against Cybercrime, en Russia.';
    const { mentions } = createDetector(dictionaryFor(dictionary, 'nl')).detect(flowOfText(text, 'nl'), {
      lang: 'nl',
    });
    expect(mentions.map(({ entity }) => entity)).toEqual(['hrw', 'treaty']);
  });
});
