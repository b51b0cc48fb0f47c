/** What is remembered of a page spares work and changes nothing that is found. */
import { describe, expect, test } from 'vitest';
import { parsePage } from '../../../lib/article/html-tree.ts';
import { Memory } from '../../../lib/detection/memory.ts';
import { detector } from '../support/detecting.ts';

const ENGLISH = 'en';
const HEAD = '<h1>The UN cybercrime treaty</h1><p>The UN Convention against Cybercrime was adopted in 2024.</p>';
const SIGNED = '<p>So far 74 states have signed the treaty. Russia proposed it; Article 35 is disputed.</p>';
const GROUPS = '<p>Human Rights Watch spoke against the convention.</p>';
const BUDAPEST = '<h1>The Budapest Convention</h1><p>The Budapest Convention is of 2001.</p>';
const FOOTBALL = '<p>Iran lost to Japan in the World Cup.</p>';

/** The same page as its reader changes it, state by state. */
const STATES = [
  HEAD + SIGNED + GROUPS,
  HEAD + GROUPS + SIGNED,
  HEAD + FOOTBALL + SIGNED + GROUPS,
  BUDAPEST + SIGNED + GROUPS,
  `${HEAD}<p lang="de">${SIGNED}</p>${SIGNED}`,
  `<aside class="related">${SIGNED}</aside>${HEAD}`,
  FOOTBALL,
  HEAD + SIGNED + SIGNED + GROUPS,
];

/** Every word is hidden in one reading, and shown in the next. */
const READINGS = STATES.flatMap((html) => [false, true].map((shown) => ({ html, shown })));

describe('a page that is read again', () => {
  test('mentions what it does when it is read afresh', () => {
    const memory = new Memory();
    let mentions = 0;
    for (const { html, shown } of [...READINGS, ...READINGS.toReversed()]) {
      const { blocks } = parsePage(html);
      const options = { lang: 'en', isShown: () => shown };
      const found = detector.detect(blocks, { ...options, memory });
      expect(found).toEqual(detector.detect(blocks, options));
      mentions += found.mentions.length + found.figures.length;
    }
    expect(mentions).toBeGreaterThan(30);
  });

  test('takes fewer steps, for texts that stand in it still are not read again', () => {
    const { blocks } = parsePage(`${HEAD}<p>${'Russia signed the treaty in Hanoi. '.repeat(300)}</p>`);
    const memory = new Memory();
    const steps = () => {
      const reading = detector.detectInSteps(blocks, { lang: 'en', memory });
      let count = 1;
      while (!reading.next().done) count++;
      return count;
    };
    const first = steps();
    expect(steps()).toBeLessThan(first / 2);
  });

  test('that was given up half-way keeps what was known', () => {
    const { blocks } = parsePage(HEAD + SIGNED);
    const memory = new Memory();
    const whole = detector.detect(blocks, { lang: 'en', memory });
    const known = memory.of(blocks[0]?.text ?? '', ENGLISH);
    detector.detectInSteps(blocks, { lang: 'en', memory }).next();
    expect(memory.of(blocks[0]?.text ?? '', ENGLISH)).toBe(known);
    expect(detector.detect(blocks, { lang: 'en', memory })).toEqual(whole);
  });
});

describe('the memory of a text', () => {
  test('lasts from one reading to the next', () => {
    const memory = new Memory();
    const known = memory.of('Russia', ENGLISH);
    expect(memory.of('Russia', ENGLISH)).toBe(known);
    memory.turn();
    expect(memory.of('Russia', ENGLISH)).toBe(known);
  });

  test('ends with a reading that does not ask for it', () => {
    const memory = new Memory();
    const known = memory.of('Russia', ENGLISH);
    memory.turn();
    memory.turn();
    expect(memory.of('Russia', ENGLISH)).not.toBe(known);
  });

  test('is of one language', () => {
    const memory = new Memory();
    const known = memory.of('Russia', ENGLISH);
    expect(memory.of('Russia', 'de')).not.toBe(known);
  });
});
