import { describe, expect, test } from 'vitest';
import { namedInText } from '../support/detecting.ts';

const LEAD = 'States adopted the UN Convention against Cybercrime. The treaty was opened in Hanoi.';
/** Whom a text about the treaty names, the treaty left out. */
const actorsIn = (text: string) =>
  namedInText(`${LEAD}\n\n${text}`)
    .filter(([entity]) => entity !== 'treaty' && entity !== 'vietnam')
    .map(([entity, words]) => `${entity}: ${words}`);

describe('states', () => {
  test.each([
    ['by demonym and actor', 'The Russian delegation left.', ['russia: Russian delegation']],
    ['not by a demonym alone', 'Russian hackers wrote a Chinese poem.', []],
    ['by the capital that acts', 'Moscow wants more, and Tehran agrees.', ['russia: Moscow', 'iran: Tehran']],
    ['not by the capital as a place', 'They met in Moscow, near Brussels, and flew to Tehran.', []],
    ['not as a given name', 'Jordan Schneider and Chad de Guzman wrote it.', []],
    ['not within a longer name', 'The University of South Africa and CBC Canada reported.', []],
    ['after a day of the week', 'On Monday Canada signed.', ['canada: Canada']],
    [
      'the longer of two',
      'Guinea-Bissau and the Dominican Republic signed.',
      ['guinea-bissau: Guinea-Bissau', 'dominican-republic: Dominican Republic'],
    ],
  ])('%s', (_, text, expected) => {
    expect(actorsIn(text)).toEqual(expected);
  });
});

describe('words that stand for an actor', () => {
  test('"the group" is the only organisation named nearby', () => {
    expect(actorsIn('Human Rights Watch objects. The group calls it a tool of repression.')).toEqual([
      'hrw: Human Rights Watch',
      'hrw: The group',
    ]);
    expect(actorsIn('Human Rights Watch and Access Now object. The group calls it a tool.')).toEqual([
      'hrw: Human Rights Watch',
      'access-now: Access Now',
    ]);
  });

  test('"the committee" is the one named last', () => {
    expect(actorsIn('The Ad Hoc Committee met. The committee agreed.').at(-1)).toBe('ad-hoc-committee: The committee');
    expect(
      actorsIn('The Ad Hoc Committee met before the Senate Intelligence Committee. The committee agreed.'),
    ).toEqual(['ad-hoc-committee: Ad Hoc Committee']);
    expect(actorsIn('The committee agreed.')).toEqual([]);
  });
});
