/** The path of forgiveness: whether a pointer is on its way from words to their card. */
import type { Box, Point } from './place.ts';

/** A hand does not aim at a card's corners exactly: slack at its sides, in CSS pixels. */
const SLACK = 8;

/**
 * Whether a point lies between where the pointer left the words and any point of the card: in the smallest convex
 * area that holds both. All numbers are CSS pixels of the viewport.
 */
export function isToward(card: Box, from: Point, at: Point): boolean {
  // A point of that area lies on a straight way into the card: from `from` through `at`, as far as `at` or farther.
  let enters = 1;
  let leaves = Number.POSITIVE_INFINITY;
  for (const [start, here, low, high] of [
    [from.x, at.x, card.x - SLACK, card.x + card.width + SLACK],
    [from.y, at.y, card.y, card.y + card.height],
  ] as const) {
    const step = here - start;
    if (step === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const ends = [(low - start) / step, (high - start) / step] as const;
    enters = Math.max(enters, Math.min(...ends));
    leaves = Math.min(leaves, Math.max(...ends));
  }
  return enters <= leaves;
}
