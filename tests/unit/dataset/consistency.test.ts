import { expect, test } from 'vitest';
import { type Breakable, faultsAfter } from '../support/raw-dataset.ts';

type Case = [name: string, change: (raw: Breakable) => void, file: string, path: string, reason: string];

const cases: Case[] = [
  [
    'a dead reference to a source',
    (raw) => raw['entities/states.json'][0].facts[0].sources.push('nowhere'),
    'entities/states.json',
    'norway.facts.0.sources',
    'names the source "nowhere", which sources.json does not have',
  ],
  [
    'a dead reference to a source in the status',
    (raw) => raw['status.json'].participants[1].signed.sources.push('nowhere'),
    'status.json',
    'participants.1.signed.sources',
    'names the source "nowhere", which sources.json does not have',
  ],
  [
    'a dead reference to an entity',
    (raw) => raw['entities/treaty.json'][0].related.push('atlantis'),
    'entities/treaty.json',
    'treaty.related',
    'refers to "atlantis", which is no entity',
  ],
  [
    'an event about an article that there is not',
    (raw) => raw['timeline.json'][1].entities.push('article-3'),
    'timeline.json',
    '1.entities',
    'refers to "article-3", which is no entity',
  ],
  [
    'a participant that is no entity',
    (raw) => {
      raw['status.json'].participants[1].entity = 'atlantis';
    },
    'status.json',
    'participants.1.entity',
    'refers to "atlantis", which is no entity',
  ],
  [
    'a date in the future',
    (raw) => {
      raw['entities/states.json'][0].facts[0].date = '2026-01-11';
    },
    'entities/states.json',
    'norway.facts.0.date',
    'is dated 2026-01-11, after today (2026-01-10)',
  ],
  [
    'a month in the future',
    (raw) => {
      raw['timeline.json'][1].date = '2026-02';
    },
    'timeline.json',
    '1.date',
    'is dated 2026-02, after today (2026-01-10)',
  ],
  [
    'a source that no fact uses',
    (raw) => raw['sources.json'].push({ ...raw['sources.json'][0], id: 'idle' }),
    'sources.json',
    'idle',
    'is used by no fact',
  ],
  [
    'a source read in the future',
    (raw) => {
      raw['sources.json'][0].accessed = '2026-01-11';
    },
    'sources.json',
    'record',
    'was read on 2026-01-11, after today',
  ],
  [
    'a source read before it was published',
    (raw) => {
      raw['sources.json'][0].accessed = '2025-11-18';
    },
    'sources.json',
    'record',
    'was read before it was published',
  ],
  [
    'a source that stands twice',
    (raw) => raw['sources.json'].push(raw['sources.json'][0]),
    'sources.json',
    'record',
    'stands twice',
  ],
  [
    'an entity that stands twice',
    (raw) => raw['entities/states.json'].push(raw['entities/states.json'][1]),
    'entities/states.json',
    'chad',
    'stands twice',
  ],
  [
    'an entity under the id of an article',
    (raw) => {
      raw['entities/states.json'][1].id = 'article-2';
      raw['status.json'].participants[1].entity = 'article-2';
      delete raw['aliases/en.json'].entities.chad;
    },
    'entities/states.json',
    'article-2',
    'stands twice',
  ],
  [
    'an event that stands twice',
    (raw) => raw['timeline.json'].push(raw['timeline.json'][1]),
    'timeline.json',
    'opening',
    'stands twice',
  ],
  [
    'a participant that stands twice',
    (raw) => raw['status.json'].participants.push(raw['status.json'].participants[1]),
    'status.json',
    'chad',
    'stands twice',
  ],
  [
    'positions out of order',
    (raw) => raw['entities/states.json'][0].positions.reverse(),
    'entities/states.json',
    'norway.positions.1',
    'is older than the position before it',
  ],
  [
    'events out of order',
    (raw) => raw['timeline.json'].reverse(),
    'timeline.json',
    'adoption',
    'is older than the event before it',
  ],
  [
    'a signature before the opening',
    (raw) => {
      raw['status.json'].participants[1].signed.date = '2025-10-24';
    },
    'status.json',
    'chad',
    'signed on 2025-10-24, before the convention was open for signature',
  ],
  [
    'a ratification before the signature',
    (raw) => {
      raw['status.json'].participants[0].signed.date = '2025-11-02';
    },
    'status.json',
    'norway',
    'deposited its instrument before it signed',
  ],
  [
    'a deposit after the as-of date',
    (raw) => {
      raw['status.json'].participants[0].instrument.deposited = '2025-11-20';
    },
    'status.json',
    'norway',
    'deposited on 2025-11-20, after the as-of date',
  ],
  [
    'an article out of order',
    (raw) => {
      raw['articles.json'][0].number = 3;
      raw['articles.json'][1].number = 2;
    },
    'articles.json',
    '0',
    'is article 3, out of order',
  ],
  [
    'an alias of nobody',
    (raw) => {
      raw['aliases/en.json'].entities.atlantis = { contextual: ['Atlantis'] };
    },
    'aliases/en.json',
    'atlantis',
    'is no entity',
  ],
  [
    'one alias for two entities',
    (raw) => raw['aliases/en.json'].entities.chad.contextual.push('Norway'),
    'aliases/en.json',
    'chad',
    `claims "norway", which is norway's already`,
  ],
  [
    'one alias for two entities, found by opening its braces',
    (raw) => raw['aliases/en.json'].entities.chad.contextual.push('Kingdom {of|in} Norway'),
    'aliases/en.json',
    'chad',
    `claims "kingdom of norway", which is norway's already`,
  ],
  [
    'an alias whose braces do not pair',
    (raw) => raw['aliases/en.json'].entities.chad.contextual.push('{Republic of Chad'),
    'aliases/en.json',
    'chad',
    '"{Republic of Chad" opens a brace that it never closes',
  ],
];

test.each(cases)('finds %s', (_, change, file, path, reason) => {
  expect(faultsAfter(change)).toEqual([{ file, path, reason }]);
});

test('finds nothing where nothing is wrong', () => {
  expect(faultsAfter(() => {})).toEqual([]);
});

test('takes a date of less exactness as neither before nor after a day that it holds', () => {
  const change = (raw: Breakable) => {
    raw['entities/states.json'][0].facts[0].date = '2026-01';
    raw['status.json'].participants[1].signed.date = '2025';
  };
  expect(faultsAfter(change)).toEqual([]);
});

test('lets a state accede without having signed, and two entities share an alias that has conditions', () => {
  const change = (raw: Breakable) => {
    delete raw['status.json'].participants[0].signed;
    raw['status.json'].participants[0].instrument.kind = 'accession';
    raw['aliases/en.json'].entities.chad.contextual.push({ text: 'Norway', near: ['chad'] });
  };
  expect(faultsAfter(change)).toEqual([]);
});

test('reports a reference as dead once for every place in which it stands', () => {
  const faults = faultsAfter((raw) => {
    raw['sources.json'][0].id = 'other';
  });
  expect(faults.map(({ file, path }) => `${file} ${path}`)).toEqual([
    'convention.json adopted.sources',
    'convention.json signature.sources',
    'convention.json entryIntoForce.sources',
    'convention.json depositary.sources',
    'convention.json secretariat.sources',
    'convention.json authenticLanguages.sources',
    'convention.json chapters.0.sources',
    'status.json sources',
    'status.json participants.0.signed.sources',
    'status.json participants.0.instrument.sources',
    'status.json participants.1.signed.sources',
    'articles.json 0.sources',
    'articles.json 1.sources',
    'timeline.json 0.sources',
    'timeline.json 1.sources',
    'entities/states.json norway.positions.0.sources',
    'entities/states.json norway.positions.1.sources',
    'entities/states.json norway.facts.0.sources',
    'entities/treaty.json treaty.who.sources',
    'sources.json other',
  ]);
});
