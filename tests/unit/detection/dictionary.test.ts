import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../lib/dataset/terms.ts';
import { createDetector } from '../../../lib/detection/detect.ts';
import {
  dictionaryFor,
  EVERYWHERE,
  type NameSet,
  namesFor,
  partDictionary,
  treatyIn,
} from '../../../lib/detection/dictionary.ts';
import { flowOfText } from '../../../lib/detection/flow.ts';
import { dictionary } from '../support/detecting.ts';

const { names, figures } = partDictionary(dictionary);
const isFirst = (key: string, index: number, keys: readonly string[]) => keys.indexOf(key) === index;
const conditionsOf = (sets: Record<string, NameSet>) =>
  new Set(Object.values(sets).flatMap(({ list }) => list.flatMap(([, , , ...indices]) => indices.map(String))));

describe('the parts of the dictionary', () => {
  test('are what is common and each language', () => {
    expect(Object.keys(names).sort()).toEqual([...namesFor('en'), ...LANGUAGES].filter(isFirst).sort());
    expect(Object.keys(names[EVERYWHERE]?.names ?? {})).toEqual([EVERYWHERE]);
    const others = LANGUAGES.filter((language) => language !== 'en');
    expect(Object.keys(names['treaty']?.names ?? {}).sort()).toEqual(others.map(treatyIn).sort());
    expect(Object.keys(figures).sort()).toEqual([...LANGUAGES].sort());
  });

  test('have the conditions of their names and no others', () => {
    for (const part of Object.values(names)) {
      expect(new Set(Object.keys(part.conditions))).toEqual(conditionsOf(part.names));
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
