import { describe, expect, test } from 'vitest';
import { assembleDataset, DatasetError } from '../../../lib/dataset/assemble.ts';
import { readDataset } from '../../../tools/read-dataset.ts';
import { assembled, faultsAfter, rawDataset, TODAY } from '../support/raw-dataset.ts';

describe('the dataset of the repository', () => {
  test('passes every check', () => {
    const { dataset, aliases } = readDataset();
    expect(dataset.articles).toHaveLength(68);
    expect(dataset.entities.filter(({ kind }) => kind === 'treaty').map(({ id }) => id)).toEqual(['treaty']);
    expect(aliases.map(({ lang }) => lang)).toContain('en');
  });

  test('names each state by a code of its own', () => {
    const codes = readDataset().dataset.entities.flatMap(({ iso }) => iso ?? []);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('has the chapters cover articles 1 to 68 without a gap', () => {
    const { chapters } = readDataset().dataset.convention;
    expect(chapters.at(0)?.from).toBe(1);
    expect(chapters.at(-1)?.to).toBe(68);
    for (const [index, { from, to }] of chapters.entries()) {
      expect(to).toBeGreaterThanOrEqual(from);
      if (index > 0) expect(from).toBe((chapters[index - 1]?.to ?? 0) + 1);
    }
  });
});

describe('assembling', () => {
  test('takes a small dataset as it is, its lists in the order of the files', () => {
    const { dataset, aliases } = assembled();
    expect(dataset.entities.map(({ id }) => id)).toEqual(['norway', 'chad', 'treaty']);
    expect(dataset.articles.map(({ number }) => number)).toEqual([1, 2]);
    expect(aliases).toHaveLength(1);
  });

  test('fills in what may be left out', () => {
    const chad = assembled().dataset.entities.find(({ id }) => id === 'chad');
    expect(chad).toMatchObject({ facts: [], positions: [], roles: [], related: [] });
  });

  test.each([
    [
      'a fact without a source',
      (raw) => {
        raw['entities/states.json'][0].facts[0].sources = [];
      },
      'entities/states.json',
      '0.facts.0.sources',
      'has no source',
    ],
    [
      'a fact that does not say where it is from',
      (raw) => {
        delete raw['timeline.json'][1].sources;
      },
      'timeline.json',
      '1.sources',
      /array/,
    ],
    [
      'a position without a date',
      (raw) => {
        delete raw['entities/states.json'][0].positions[1].date;
      },
      'entities/states.json',
      '0.positions.1.date',
      /string/,
    ],
    [
      'a day that the calendar does not have',
      (raw) => {
        raw['status.json'].asOf = '2025-02-30';
      },
      'status.json',
      'asOf',
      'is not a day of the calendar',
    ],
    [
      'a month that the calendar does not have',
      (raw) => {
        raw['timeline.json'][0].date = '2024-13';
      },
      'timeline.json',
      '0.date',
      'is not a date of the calendar',
    ],
    [
      'a text without English',
      (raw) => {
        raw['articles.json'][0].title = { fr: 'But' };
      },
      'articles.json',
      '0.title.en',
      /string/,
    ],
    [
      'a key that no schema knows',
      (raw) => {
        raw['sources.json'][0].note = 'x';
      },
      'sources.json',
      '0',
      /note/,
    ],
    [
      'a source whose address is no web address',
      (raw) => {
        raw['sources.json'][0].url = 'javascript:alert(1)';
      },
      'sources.json',
      '0.url',
      /URL/,
    ],
    [
      'an id that is no slug',
      (raw) => {
        raw['entities/states.json'][1].id = 'Chad';
      },
      'entities/states.json',
      '1.id',
      'is not a slug of lower case words joined by hyphens',
    ],
    [
      'a state without its code',
      (raw) => {
        delete raw['entities/states.json'][1].iso;
      },
      'entities/states.json',
      '1',
      'is a state without its ISO code or its place at the UN',
    ],
    [
      'an entity that says nothing of who it is',
      (raw) => {
        delete raw['entities/treaty.json'][0].who;
      },
      'entities/treaty.json',
      '0.who',
      'does not say who this is',
    ],
    [
      'a quotation of more than thirty words',
      (raw) => {
        const text = 'word '.repeat(31);
        raw['entities/states.json'][0].quotation = {
          text,
          lang: 'en',
          speaker: 'A minister',
          date: '2025-10-25',
          sources: ['record'],
        };
      },
      'entities/states.json',
      '0.quotation.text',
      'is longer than thirty words',
    ],
    [
      'an alias file of a language that the dataset does not speak',
      (raw) => {
        raw['aliases/en.json'].lang = 'tlh';
      },
      'aliases/en.json',
      'lang',
      /./,
    ],
    [
      'a missing file',
      (raw) => {
        delete raw['timeline.json'];
      },
      'timeline.json',
      '',
      'is missing',
    ],
    [
      'a file that is none of the dataset',
      (raw) => {
        raw['notes.json'] = {};
      },
      'notes.json',
      '',
      'is no file of the dataset',
    ],
  ] as [
    name: string,
    change: Parameters<typeof faultsAfter>[0],
    file: string,
    path: string,
    reason: string | RegExp,
  ][])('refuses %s', (_, change, file, path, reason) => {
    const faults = faultsAfter(change);
    expect(faults).toEqual([
      { file, path, reason: typeof reason === 'string' ? reason : expect.stringMatching(reason) },
    ]);
  });

  test('tells of every fault at once, one a line', () => {
    const raw = rawDataset() as Record<string, unknown>;
    delete raw['timeline.json'];
    raw['notes.json'] = {};
    expect(() => assembleDataset(raw, TODAY)).toThrow(
      new DatasetError([
        { file: 'timeline.json', path: '', reason: 'is missing' },
        { file: 'notes.json', path: '', reason: 'is no file of the dataset' },
      ]),
    );
    const message = new DatasetError([{ file: 'a.json', path: '0.id', reason: 'is bad' }]).message;
    expect(message).toBe('The dataset has 1 fault:\n  a.json at 0.id: is bad');
  });
});
