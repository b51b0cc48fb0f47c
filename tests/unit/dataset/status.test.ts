import { describe, expect, test } from 'vitest';
import { today } from '../../../lib/dataset/calendar.ts';
import type { Dataset } from '../../../lib/dataset/dataset.ts';
import { countedInstrumentsAt, signatoriesAt, summarizeStatus } from '../../../lib/dataset/status.ts';
import { readDataset } from '../../../tools/read-dataset.ts';
import { assembled } from '../support/raw-dataset.ts';

const repository = readDataset().dataset;

/** A dataset in which so many states have deposited their instruments, one a day from a day on. */
function withInstruments(count: number, firstDay = '2026-01-01', extra: 'state' | 'organisation' = 'state'): Dataset {
  const { dataset } = assembled();
  const state = dataset.entities.find(({ id }) => id === 'chad');
  if (!state) throw new Error('The small dataset has no Chad');
  const ids = Array.from({ length: count }, (_, index) => `state-${index}`);
  return {
    ...dataset,
    entities: ids.map((id, index) => ({ ...state, id, kind: index === count - 1 ? extra : 'state' })),
    status: {
      ...dataset.status,
      participants: ids.map((entity, index) => ({
        entity,
        instrument: {
          kind: 'accession',
          deposited: new Date(Date.parse(firstDay) + index * 86_400_000).toISOString().slice(0, 10),
          sources: ['record'],
          confidence: 'confirmed',
        },
        domestic: [],
        declarations: [],
      })),
    },
  };
}

describe('signatories and ratifications of the repository', () => {
  test('there is none on the day of adoption', () => {
    expect(signatoriesAt(repository, '2024-12-24')).toEqual([]);
    expect(countedInstrumentsAt(repository, '2024-12-24')).toEqual([]);
  });

  test('on the first day of Hanoi those have signed whose line bears that day', () => {
    const first = repository.status.participants.filter(
      ({ signed }) => signed?.date === '2025-10-25' && signed.confidence !== 'disputed',
    );
    expect(first.length).toBeGreaterThan(50);
    expect(signatoriesAt(repository, '2025-10-25').map(({ entity }) => entity)).toEqual(
      first.map(({ entity }) => entity),
    );
  });

  test('at the end of the ceremony there are 72, as the depositary says', () => {
    expect(signatoriesAt(repository, '2025-10-26')).toHaveLength(72);
  });

  test('today every signature counts that the sources do not dispute, and every deposited instrument of a state', () => {
    const signed = repository.status.participants.filter(
      (line) => line.signed && line.signed.confidence !== 'disputed',
    );
    const states = new Set(repository.entities.flatMap(({ id, kind }) => (kind === 'state' ? [id] : [])));
    const bound = repository.status.participants.filter((line) => line.instrument && states.has(line.entity));
    const summary = summarizeStatus(repository, today());
    expect(summary.signatories + summary.since.count).toBe(signed.length);
    expect(summary.ratifications).toBe(bound.length);
    expect(summary.needed).toBe(40);
    expect(summary.asOf).toBe(repository.status.asOf);
  });

  test('an approval at home is no ratification', () => {
    const atHome = repository.status.participants.filter((line) => line.domestic.length > 0 && !line.instrument);
    expect(atHome.length).toBeGreaterThan(0);
    const counted = new Set(countedInstrumentsAt(repository, today()).map(({ entity }) => entity));
    expect(atHome.filter(({ entity }) => counted.has(entity))).toEqual([]);
  });
});

describe('signatures of inexact date', () => {
  const signedOn = (date: string, latest?: string, confidence = 'confirmed') =>
    assembled((raw) => {
      raw['status.json'].participants = [
        { entity: 'chad', signed: { date, ...(latest && { latest }), sources: ['record'], confidence } },
      ];
    }).dataset;

  test.each([
    ['2025-10', '2025-10-30', 0],
    ['2025-10', '2025-10-31', 1],
    ['2025', '2025-12-30', 0],
    ['2025', '2025-12-31', 1],
  ])('a signature of %s has at %s been given by %i', (date, day, count) => {
    expect(signatoriesAt(signedOn(date), day)).toHaveLength(count);
  });

  test('counts from the last day on which it can have been', () => {
    expect(signatoriesAt(signedOn('2025-10', '2025-10-26'), '2025-10-25')).toHaveLength(0);
    expect(signatoriesAt(signedOn('2025-10', '2025-10-26'), '2025-10-26')).toHaveLength(1);
  });

  test('does not count while it is disputed', () => {
    expect(signatoriesAt(signedOn('2025-10-25', undefined, 'disputed'), '2026-01-01')).toHaveLength(0);
  });
});

describe('signatures since the as-of day', () => {
  const { dataset } = assembled((raw) => {
    raw['sources.json'].push({ ...raw['sources.json'][0], id: 'news', url: 'https://news.example/' });
    raw['status.json'].participants[1].signed = { date: '2025-12-01', sources: ['news'], confidence: 'confirmed' };
  });

  test('are counted with the sources that tell of them', () => {
    const { since } = summarizeStatus(dataset, '2026-01-10');
    expect(since.count).toBe(1);
    expect(since.sources.map(({ id }) => id)).toEqual(['news']);
  });

  test('are not known before they were given', () => {
    expect(summarizeStatus(dataset, '2025-11-30').since).toEqual({ count: 0, sources: [] });
  });
});

describe('entry into force', () => {
  test('has no date before the fortieth instrument', () => {
    const summary = summarizeStatus(withInstruments(39), '2027-06-01');
    expect(summary).toMatchObject({ ratifications: 39, inForce: undefined, phase: 'closed-for-signature' });
  });

  test('is on the ninetieth day after the fortieth instrument', () => {
    // The fortieth is deposited on 9 February 2026; ninety days later it is 10 May.
    const dataset = withInstruments(45);
    expect(summarizeStatus(dataset, '2026-05-09')).toMatchObject({
      inForce: '2026-05-10',
      phase: 'open-for-signature',
    });
    expect(summarizeStatus(dataset, '2026-05-10')).toMatchObject({ inForce: '2026-05-10', phase: 'in-force' });
  });

  test('counts the ninety days through a leap day', () => {
    // The fortieth is deposited on 9 January 2028.
    expect(summarizeStatus(withInstruments(40, '2027-12-01'), '2028-02-01').inForce).toBe('2028-04-08');
  });

  test('takes the fortieth by day of deposit, in whatever order the lines stand', () => {
    const dataset = withInstruments(41);
    dataset.status.participants.reverse();
    expect(summarizeStatus(dataset, '2026-12-01').inForce).toBe('2026-05-10');
  });

  test('does not know of instruments that will be deposited after the day', () => {
    expect(summarizeStatus(withInstruments(40), '2026-02-08')).toMatchObject({ ratifications: 39, inForce: undefined });
  });

  test("leaves an organisation's instrument uncounted", () => {
    const summary = summarizeStatus(withInstruments(40, '2026-01-01', 'organisation'), '2026-12-01');
    expect(summary).toMatchObject({ ratifications: 39, inForce: undefined });
  });
});

describe('phase, days left and age', () => {
  const { dataset } = assembled();

  test.each([
    ['2025-10-24', 'adopted', 0],
    ['2025-10-25', 'open-for-signature', 432],
    ['2026-12-30', 'open-for-signature', 1],
    ['2026-12-31', 'open-for-signature', 0],
    ['2027-01-01', 'closed-for-signature', 0],
  ])('on %s the convention is %s, with %i days left', (day, phase, daysLeft) => {
    expect(summarizeStatus(dataset, day)).toMatchObject({ phase, daysLeft, signatureCloses: '2026-12-31' });
  });

  test.each([
    ['2025-11-19', 0, false],
    ['2025-11-20', 1, false],
    ['2026-01-03', 45, false],
    ['2026-01-04', 46, true],
  ])('on %s the record is %i days old', (day, age, stale) => {
    expect(summarizeStatus(dataset, day)).toMatchObject({ age, stale });
  });

  test('a record of later than today is not of negative age', () => {
    expect(summarizeStatus(dataset, '2025-11-01')).toMatchObject({ age: 0, stale: false });
  });
});
