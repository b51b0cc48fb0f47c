import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isToward } from '../../../lib/annotation/toward.ts';

/** Below and to the right of the words, 100 by 100. */
const CARD = { x: 200, y: 200, width: 100, height: 100 };
const FROM = { x: 100, y: 100 };

describe('the way to a card', () => {
  test.each([
    ['straight at its middle', { x: 150, y: 150 }, true],
    ['at its farther corners', { x: 150, y: 130 }, true],
    ['just before it', { x: 250, y: 199 }, true],
    ['within it', { x: 250, y: 250 }, true],
    ['where it began', FROM, false],
    ['along the line of the words', { x: 180, y: 100 }, false],
    ['straight down, past it', { x: 100, y: 180 }, false],
    ['away from it', { x: 60, y: 60 }, false],
    ['beyond it', { x: 320, y: 320 }, false],
    ['past its near corner', { x: 190, y: 110 }, false],
  ])('%s', (_name, at, expected) => {
    expect(isToward(CARD, FROM, at)).toBe(expected);
  });

  test('straight down onto a card right below', () => {
    const below = { x: 50, y: 120, width: 300, height: 200 };
    expect(isToward(below, FROM, { x: 100, y: 115 })).toBe(true);
    expect(isToward(below, FROM, { x: 100, y: 90 })).toBe(false);
    // Along the line, though the card is nearly as near: the reader reads on.
    expect(isToward(below, FROM, { x: 160, y: 101 })).toBe(false);
  });

  test('is every straight line from there to any point of the card, and nothing on the other side', () => {
    const share = fc.double({ min: 0.001, max: 1, noNaN: true });
    const coordinate = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(coordinate, coordinate, share, share, share, (x, y, across, down, along) => {
        const from = { x, y };
        const goal = { x: CARD.x + CARD.width * across, y: CARD.y + CARD.height * down };
        const point = (t: number) => ({ x: x + (goal.x - x) * t, y: y + (goal.y - y) * t });
        const isIn = x >= CARD.x - 8 && x <= CARD.x + 108 && y >= CARD.y && y <= CARD.y + 100;
        fc.pre(!isIn);
        expect(isToward(CARD, from, point(along * 0.999))).toBe(true);
        expect(isToward(CARD, from, point(-along))).toBe(false);
      }),
    );
  });
});
