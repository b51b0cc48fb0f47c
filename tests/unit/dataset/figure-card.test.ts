import { describe, expect, test } from 'vitest';
import { type FigureCount, figureCardOf, type ReadFigure } from '../../../lib/dataset/figure-card.ts';
import { FIGURE_KINDS, LANGUAGES } from '../../../lib/dataset/terms.ts';
import { readDataset } from '../../../tools/read-dataset.ts';
import { assembled, type Breakable, TODAY } from '../support/raw-dataset.ts';

const { dataset } = readDataset();

/** A small treaty: of five, three signed on the first day and one on an unknown day of that month; Norway ratified. */
const small = assembled((raw) => {
  raw['entities/states.json'].push(
    ...['peru', 'mali', 'laos', 'cuba'].map((id) => ({
      id,
      kind: 'state',
      name: { en: id },
      iso: 'XX',
      membership: 'member',
    })),
  );
  const sign = (entity: string, date: string, more: Breakable = {}) => ({
    entity,
    signed: { date, sources: ['record'], confidence: 'confirmed', ...more },
  });
  raw['status.json'].participants.push(
    sign('peru', '2025-10-25'),
    sign('mali', '2025-10', { latest: '2025-10-31' }),
    sign('laos', '2025-12-20', { sources: ['report'] }),
  );
  raw['sources.json'].push({ ...raw['sources.json'][0], id: 'report', title: 'A report' });
  raw['convention.json'].adopted = { ...raw['convention.json'].adopted, withoutVote: { sources: ['record'] } };
  Object.assign(raw['timeline.json'][0], { figures: { 'votes-for': 79, 'votes-against': 60 } });
  Object.assign(raw['timeline.json'][1], { figures: { signatories: 2 } });
}).dataset;

function cardOf(figure: Partial<ReadFigure>, published: string | undefined, of = small, today = TODAY) {
  const asked: ReadFigure = { kind: 'signatories', value: 4, bound: 'exact', words: 'four states', ...figure };
  const card = figureCardOf(of, asked, { lang: 'en', today, published });
  if (!card?.figure) throw new Error('There is no card');
  return { ...card, figure: card.figure };
}

const short = ({ of, when, date, count, more }: FigureCount) => [of, when, date, count, more];

describe('the dataset’s counts', () => {
  test('are those of the article’s day and of today', () => {
    expect(cardOf({}, '2025-11-01').figure.counts.map(short)).toEqual([
      ['signatories', 'published', '2025-11-01', 4, 'none'],
      ['signatories', 'today', TODAY, 5, 'unrecorded'],
    ]);
    expect(cardOf({ kind: 'ratifications' }, '2025-11-01').figure.counts.map(short)).toEqual([
      ['ratifications', 'published', '2025-11-01', 1, 'none'],
      ['ratifications', 'today', TODAY, 1, 'unrecorded'],
    ]);
  });

  test('are least counts where the day of some is not known', () => {
    expect(cardOf({}, '2025-10-26').figure.counts.map(short)[0]).toEqual([
      'signatories',
      'published',
      '2025-10-26',
      3,
      'undated',
    ]);
  });

  test('are none before the convention was opened', () => {
    expect(cardOf({}, '2024-08-01').figure.counts.map(short)[0]).toEqual([
      'signatories',
      'published',
      '2024-08-01',
      0,
      'none',
    ]);
  });

  test.each([undefined, '2027-01-01'])('are unknown for an article dated %s', (published) => {
    expect(cardOf({}, published).figure.counts.map(short)[0]).toEqual([
      'signatories',
      'published',
      undefined,
      undefined,
      'none',
    ]);
  });

  test('are one for an article of today', () => {
    expect(cardOf({}, TODAY).figure.counts.map(short)).toEqual([['signatories', 'today', TODAY, 5, 'unrecorded']]);
  });

  test('cite those who reported what the record does not have yet', () => {
    const { figure, sources } = cardOf({}, '2025-11-01');
    const titles = figure.counts.map((count) => count.sources.map((number) => sources[number - 1]?.title));
    expect(titles).toEqual([['Status of treaties'], ['Status of treaties', 'A report']]);
  });
});

test('needed ratifications are article 65’s, beside how many there are', () => {
  const { figure, who, related } = cardOf({ kind: 'needed', value: 40 }, '2025-11-01', dataset);
  expect(figure.counts[0]).toMatchObject({ of: 'needed', count: 40 });
  expect(figure.counts[1]).toMatchObject({ of: 'ratifications', when: 'today' });
  expect(who?.text.text).toContain('article 65');
  expect(related.map(({ id }) => id)).toEqual(['treaty', 'article-65']);
});

describe('where as many had signed as the article says ratified', () => {
  /** Eight that signed, none that ratified: counts farther apart than newspapers' are. */
  const { dataset: eight } = assembled((raw) => {
    const chad = raw['entities/states.json'][1];
    const states = ['norway', 'chad', 'peru', 'mali', 'laos', 'cuba', 'togo', 'oman'];
    raw['entities/states.json'] = states.map((id) => ({ ...chad, id }));
    raw['status.json'].participants = states.map((entity) => ({
      entity,
      signed: { date: '2025-10-25', sources: ['record'], confidence: 'confirmed' },
    }));
  });

  test.each([
    ['exact', 8],
    ['exact', 6],
    ['about', 9],
    ['at-least', 7],
    ['at-most', 10],
  ] as const)('%s %i: both counts are given', (bound, value) => {
    const { signing } = cardOf({ kind: 'ratifications', bound, value }, '2025-11-01', eight).figure;
    expect([signing?.signed.count, signing?.ratified.count]).toEqual([8, 0]);
  });

  test.each([
    ['exact', 12],
    ['at-least', 12],
    ['at-least', 4],
    ['at-most', 20],
  ] as const)('%s %i says nothing of signing', (bound, value) => {
    expect(cardOf({ kind: 'ratifications', bound, value }, '2025-11-01', eight).figure.signing).toBeUndefined();
  });

  test('of the real treaty: 72 after Hanoi', () => {
    const { figure, related } = cardOf({ kind: 'ratifications', value: 72 }, '2025-10-29', dataset, '2026-08-01');
    expect(figure.signing?.signed).toMatchObject({ count: 72, date: '2025-10-29', more: 'none' });
    expect(figure.signing?.ratified).toMatchObject({ count: 0 });
    expect(related.map(({ id }) => id)).toContain('article-64');
  });

  test.each([
    [{ kind: 'ratifications', value: 3 }, '2026-06-01'],
    [{ kind: 'ratifications', value: 150 }, '2025-10-29'],
    [{ kind: 'signatories', value: 72 }, '2025-10-29'],
    [{ kind: 'ratifications', value: 72 }, '2024-12-24'],
  ] as const)('but not of %j on %s', (figure, published) => {
    expect(cardOf(figure, published, dataset, '2026-08-01').figure.signing).toBeUndefined();
  });
});

describe('votes', () => {
  test('are the recorded one with that number, and that the convention was adopted without one', () => {
    const { figure, facts } = cardOf({ kind: 'votes-for', value: 79 }, undefined);
    expect(figure).toMatchObject({ counts: [], isUnknownVote: false, withoutVote: { date: '2024-12-24' } });
    expect(facts.map(({ text }) => text.text)).toEqual(['It is adopted.']);
  });

  test('that the dataset does not have are unknown', () => {
    expect(cardOf({ kind: 'votes-for', value: 155 }, undefined).figure.isUnknownVote).toBe(true);
    expect(cardOf({ kind: 'abstentions', value: 79 }, undefined).figure.isUnknownVote).toBe(true);
  });
});

test('reports of a figure are told, never those that are yet to come', () => {
  expect(cardOf({}, undefined).facts.map(({ text }) => text.text)).toEqual(['It is opened for signature.']);
  expect(cardOf({}, undefined, small, '2025-10-01').facts).toEqual([]);
});

test('every number that a card of the repository cites is in its list', () => {
  for (const kind of FIGURE_KINDS) {
    for (const lang of LANGUAGES) {
      const figure = { kind, value: 72, bound: 'exact', words: 'words' } as const;
      const card = figureCardOf(dataset, figure, { lang, today: '2026-08-01', published: '2025-10-29' });
      const { counts = [], signing, withoutVote } = card?.figure ?? {};
      const cited = [...counts, signing?.signed, signing?.ratified, withoutVote, card?.who, ...(card?.facts ?? [])];
      const numbers = new Set(cited.flatMap((part) => part?.sources ?? []));
      expect([...numbers].sort((one, other) => one - other)).toEqual(card?.sources.map(({ number }) => number));
    }
  }
});
