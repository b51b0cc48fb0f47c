import { describe, expect, test } from 'vitest';
import { languageFor, localize } from '../../../lib/dataset/localized.ts';

describe("the dataset's language", () => {
  test.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['FR-ca', 'fr'],
    ['zh-Hant-TW', 'zh'],
    ['pt_BR', 'pt'],
    ['vi', 'vi'],
    ['nb-NO', 'en'],
    ['', 'en'],
    ['deu', 'en'],
  ])('for %j is %s', (tag, language) => {
    expect(languageFor(tag)).toBe(language);
  });
});

describe('a text', () => {
  test('is in the language asked for where there is a translation', () => {
    expect(localize({ en: 'State', fr: 'État' }, 'fr')).toEqual({ text: 'État', lang: 'fr' });
  });

  test('is in English, and says so, where there is none', () => {
    expect(localize({ en: 'State', fr: 'État' }, 'de')).toEqual({ text: 'State', lang: 'en' });
    expect(localize({ en: 'State' }, 'en')).toEqual({ text: 'State', lang: 'en' });
  });
});
