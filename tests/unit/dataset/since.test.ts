import { expect, test } from 'vitest';
import type { TimelineEvent } from '../../../lib/dataset/schema.ts';
import { eventsSince } from '../../../lib/dataset/since.ts';

const TODAY = '2026-01-31';

/** Events by their dates; those with a star are milestones. */
function since(published: string, ...dates: string[]) {
  const timeline = dates.map((date): TimelineEvent => {
    const milestone = date.endsWith('*') ? ({ milestone: true } as const) : {};
    const plain = date.replace('*', '');
    return {
      id: plain,
      date: plain,
      text: { en: 'It happened.' },
      sources: ['record'],
      confidence: 'confirmed',
      entities: [],
      ...milestone,
    };
  });
  const { told, others } = eventsSince({ timeline }, published, TODAY);
  return [told, others].map((events) => events.map(({ date }) => date));
}

test('later events are told, the newest last', () => {
  expect(since('2024-08-09', '2024-08-08', '2024-08-09', '2024-12-24', '2025-10-25')).toEqual([
    ['2024-12-24', '2025-10-25'],
    [],
  ]);
});

test('what is dated too vaguely to be certainly later is not', () => {
  expect(since('2024-08-09', '2024-08', '2024', '2024-09', '2025')).toEqual([['2024-09', '2025'], []]);
});

test('what has not happened yet is not', () => {
  expect(since('2024-08-09', '2026-01', '2026-02-01', '2026')).toEqual([['2026-01'], []]);
});

test('of more than five, milestones are told before newer ones, and the rest stand apart', () => {
  const days = ['2025-01-01*', '2025-02-01', '2025-03-01', '2025-04-01', '2025-05-01', '2025-06-01', '2025-07-01'];
  expect(since('2024-08-09', ...days)).toEqual([
    ['2025-01-01', '2025-04-01', '2025-05-01', '2025-06-01', '2025-07-01'],
    ['2025-02-01', '2025-03-01'],
  ]);
});
