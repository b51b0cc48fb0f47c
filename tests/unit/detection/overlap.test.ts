import { expect, test } from 'vitest';
import { type Strength, TARGETS } from '../../../lib/detection/dictionary.ts';
import type { Candidate } from '../../../lib/detection/matcher.ts';
import { isCue, resolveOverlaps } from '../../../lib/detection/overlap.ts';

const at = (start: number, end: number, target: string, strength: Strength = 'contextual'): Candidate => ({
  target,
  strength,
  start,
  end,
  length: end - start,
});
const targets = (...candidates: Candidate[]) => resolveOverlaps(candidates).map(({ target }) => target);

test('the longest of overlapping names stays', () => {
  expect(targets(at(0, 12, 'south-africa'), at(6, 12, 'africa', 'distinctive'))).toEqual(['south-africa']);
});

test('of equally long names the surest stays', () => {
  expect(targets(at(0, 5, 'generic', 'generic'), at(0, 5, 'sure', 'distinctive'), at(0, 5, 'maybe'))).toEqual(['sure']);
});

test('of equally long and sure names the first stays', () => {
  expect(targets(at(2, 6, 'second'), at(0, 4, 'first'))).toEqual(['first']);
});

test('names that only touch both stay, in the order of the text', () => {
  expect(targets(at(4, 9, 'second'), at(0, 4, 'first'))).toEqual(['first', 'second']);
});

test('a name displaced by a longer one frees the words that the longer one does not cover', () => {
  expect(targets(at(0, 4, 'before'), at(3, 10, 'long'), at(10, 14, 'after'))).toEqual(['long', 'after']);
});

test('a blocked name takes the shorter one with it', () => {
  expect(targets(at(0, 18, 'hrw', 'distinctive'), at(0, 21, TARGETS.blocked))).toEqual([TARGETS.blocked]);
});

test('cues displace nobody and are left out', () => {
  const cue = at(0, 40, TARGETS.cueUn, 'distinctive');
  expect(targets(cue, at(0, 2, 'un'))).toEqual(['un']);
  expect([cue, at(0, 1, TARGETS.cueStory), at(0, 1, TARGETS.cueElsewhere)].every(isCue)).toBe(true);
  expect([at(0, 1, TARGETS.blocked), at(0, 1, TARGETS.otherInstrument), at(0, 1, 'treaty')].some(isCue)).toBe(false);
});
