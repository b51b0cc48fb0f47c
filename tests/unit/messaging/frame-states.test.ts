import { describe, expect, test } from 'vitest';
import {
  type AnnotatedFrame,
  commandedFrame,
  countIn,
  mentionsIn,
  placeIn,
} from '../../../lib/messaging/frame-states.ts';

function frame(frameId: number, counts: Record<string, number>, given: Partial<AnnotatedFrame> = {}): AnnotatedFrame {
  const entities = Object.entries(counts).map(([entity, count]) => ({ entity, count }));
  return { frameId, entities, hasFocus: false, hasCard: false, ...given };
}

const page = frame(0, { treaty: 2, hrw: 1 });
const story = frame(7, { hrw: 3, iran: 1 }, { published: '2024-08-09' });

test('mentions are counted over all frames', () => {
  expect(countIn([page, story])).toBe(7);
  expect(countIn([])).toBe(0);
  expect(mentionsIn([page, story])).toEqual({
    entities: [
      { entity: 'treaty', count: 2 },
      { entity: 'hrw', count: 4 },
      { entity: 'iran', count: 1 },
    ],
    published: '2024-08-09',
  });
});

test('the date is that of the first frame that has one', () => {
  expect(mentionsIn([frame(0, {}, { published: '2025-01-01' }), story]).published).toBe('2025-01-01');
});

test.each([
  ['hrw', 0, { frameId: 0, index: 0 }],
  ['hrw', 1, { frameId: 7, index: 0 }],
  ['hrw', 3, { frameId: 7, index: 2 }],
  ['hrw', 4, undefined],
  ['iran', 0, { frameId: 7, index: 0 }],
  ['eff', 0, undefined],
] as const)('mention of %s number %i is at %j', (entity, index, place) => {
  expect(placeIn([page, story], entity, index)).toEqual(place);
});

describe('a command is for', () => {
  const focused = frame(9, { hrw: 1 }, { hasFocus: true });
  test.each([
    ['the frame with an open card', [page, focused, frame(11, { hrw: 1 }, { hasCard: true })], 11],
    ['the innermost frame with the focus', [{ ...page, hasFocus: true }, focused], 9],
    ['the first frame with mentions', [frame(0, {}, { hasFocus: true }), story, frame(8, { hrw: 1 })], 7],
    ['none where nothing is mentioned', [frame(0, {})], undefined],
  ] as const)('%s', (_what, frames, frameId) => {
    expect(commandedFrame(frames)?.frameId).toBe(frameId);
  });
});
