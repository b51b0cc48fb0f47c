import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../../lib/dataset/coverage.ts';
import { LANGUAGES } from '../../../lib/dataset/terms.ts';
import { readDataset } from '../../../tools/read-dataset.ts';
import { assembled } from '../support/raw-dataset.ts';

describe('coverage', () => {
  test('counts texts by language', () => {
    const { dataset, aliases } = assembled();
    expect(coverageOf(dataset, aliases, 'en')).toEqual({
      treaty: '2/2',
      entities: '5/5',
      articles: '4/4',
      timeline: '2/2',
      aliases: '3/3',
    });
    expect(coverageOf(dataset, aliases, 'fr')).toEqual({
      treaty: '1/2',
      entities: '1/5',
      articles: '0/4',
      timeline: '0/2',
      aliases: '0/3',
    });
  });

  test('counts an alias of any language for every language, and an entity once', () => {
    const { dataset, aliases } = assembled((raw) => {
      raw['aliases/any.json'] = { lang: 'any', entities: { chad: { contextual: ['Tchad'] } } };
      raw['aliases/fr.json'] = { lang: 'fr', entities: { chad: { contextual: ['Tchad'] } } };
    });
    expect(coverageOf(dataset, aliases, 'fr').aliases).toBe('1/3');
    expect(coverageOf(dataset, aliases, 'en').aliases).toBe('3/3');
  });

  test('of the repository is whole in English and of the same extent in every language', () => {
    const { dataset, aliases } = readDataset();
    const english = coverageOf(dataset, aliases, 'en');
    for (const share of [english.treaty, english.entities, english.articles, english.timeline]) {
      const [have, all] = share.split('/');
      expect(Number(all)).toBeGreaterThan(0);
      expect(have).toBe(all);
    }
    for (const language of LANGUAGES) {
      const coverage = coverageOf(dataset, aliases, language);
      const all = (share: string) => share.split('/')[1];
      expect(all(coverage.entities)).toBe(all(english.entities));
      expect(all(coverage.aliases)).toBe(String(dataset.entities.length));
    }
  });
});
