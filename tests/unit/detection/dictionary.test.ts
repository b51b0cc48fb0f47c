import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../lib/dataset/terms.ts';
import { createDetector } from '../../../lib/detection/detect.ts';
import {
  EVERYWHERE,
  joinDictionary,
  type NameSet,
  partDictionary,
  treatyIn,
} from '../../../lib/detection/dictionary.ts';
import { flowOfText } from '../../../lib/detection/flow.ts';
import { dictionary } from '../support/detecting.ts';

const { common, languages } = partDictionary(dictionary);
const conditionsOf = (sets: Record<string, NameSet>) =>
  new Set(Object.values(sets).flatMap(({ list }) => list.flatMap(([, , , ...indices]) => indices.map(String))));

describe('the parts of the dictionary', () => {
  test('are what is common and each language', () => {
    expect(Object.keys(languages).sort()).toEqual([...LANGUAGES].sort());
    expect(Object.keys(common.names)).toEqual(
      expect.arrayContaining([EVERYWHERE, ...LANGUAGES.filter((language) => language !== 'en').map(treatyIn)]),
    );
    expect(Object.keys(common.figures)).toEqual(['en']);
  });

  test('have the conditions of their names and no others', () => {
    for (const part of [common, ...Object.values(languages)]) {
      expect(new Set(Object.keys(part.conditions))).toEqual(conditionsOf(part.names));
    }
  });

  test.each([
    ['fr', 'La Convention des Nations Unies contre la cybercriminalité a été signée par la Russie.'],
    ['de', 'Die UN-Konvention gegen Cyberkriminalität hat auch Russland unterzeichnet.'],
    ['en', 'The Russian delegation signed the UN Convention against Cybercrime.'],
  ])('tell of a page in %s what the whole tells', (lang, text) => {
    const blocks = flowOfText(text, lang);
    const { mentions } = createDetector(joinDictionary(common, languages[lang])).detect(blocks, { lang });
    expect(mentions).toEqual(createDetector(dictionary).detect(blocks, { lang }).mentions);
    expect(mentions.map(({ entity }) => entity).sort()).toEqual(['russia', 'treaty']);
  });

  test('tell of a language without a part what English and the treaty names of all languages tell', () => {
    const text = 'Human Rights Watch over de UN Convention against Cybercrime, en Russia.';
    const { mentions } = createDetector(joinDictionary(common, undefined)).detect(flowOfText(text, 'nl'), {
      lang: 'nl',
    });
    expect(mentions.map(({ entity }) => entity)).toEqual(['hrw', 'treaty']);
  });
});
