import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Automaton,
  advance,
  Case,
  endAt,
  FIRST,
  firstWays,
  NOWHERE,
} from '../../../../lib/detection/automaton.ts';
import { compileAutomaton } from '../../../../lib/detection/compile/automaton.ts';
import { lettersOf, OPEN_END } from '../../../../lib/detection/compile/spelling-graph.ts';
import { foldUnit } from '../../../../lib/detection/fold.ts';

function compiled(patterns: readonly string[], isCased = true) {
  return compileAutomaton(
    patterns.map((pattern) => lettersOf(pattern)),
    isCased,
  );
}

/** The number of the list of names that a whole text spells, or `NOWHERE`. */
function spelt(automaton: Automaton, text: string, direction: 1 | -1 = 1): number {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  let state: number = FIRST;
  for (const unit of direction === 1 ? units : units.toReversed()) {
    if (state === NOWHERE) return NOWHERE;
    state = advance(automaton, state, foldUnit(unit), unit, direction);
  }
  return state === NOWHERE || text === '' ? NOWHERE : endAt(automaton, state);
}

describe('an automaton', () => {
  test('tells which names a text spells, each list of them once', () => {
    const { automaton, ends } = compiled(['{the |}treaty', 'treaty', 'treaty on crime', 'pact']);
    const names = (text: string) => ends[spelt(automaton, text)];
    expect(names('the treaty')).toEqual([0]);
    expect(names('treaty')).toEqual([0, 1]);
    expect(names('treaty on crime')).toEqual([2]);
    expect(names('pact')).toEqual([3]);
    expect([names('treat'), names('treaty on'), names('pacts'), names('')]).toEqual(Array(4).fill(undefined));
    expect(ends).toHaveLength(4);
  });

  test('wants capitals where a name has them, and nowhere else', () => {
    const { automaton, ends } = compiled(['Meta', 'meta tag', 'METAL']);
    const names = (text: string) => ends[spelt(automaton, text)];
    expect([names('Meta'), names('META'), names('meta')]).toEqual([[0], [0], undefined]);
    expect([names('meta tag'), names('Meta Tag')]).toEqual([[1], [1]]);
    expect([names('METAL'), names('Metal'), names('metal')]).toEqual([[2], undefined, undefined]);
  });

  test('takes any case where that tells nothing', () => {
    const { automaton } = compiled(['Meta'], false);
    expect([spelt(automaton, 'meta'), spelt(automaton, 'META')]).toEqual([0, 0]);
  });

  test('reads letters that stand for several', () => {
    const { automaton } = compiled(['Groß', 'œuvre']);
    for (const text of ['Groß', 'Gross', 'GROSS', 'œuvre', 'oeuvre']) expect(spelt(automaton, text)).not.toBe(NOWHERE);
    expect(spelt(automaton, 'gros')).toBe(NOWHERE);
  });

  test('reads back from a place', () => {
    const { automaton } = compileAutomaton([lettersOf('{the |}große', { direction: -1 })], false);
    for (const text of ['the große', 'große', 'THE GROSSE']) expect(spelt(automaton, text, -1)).not.toBe(NOWHERE);
    expect(spelt(automaton, 'grosse the', -1)).toBe(NOWHERE);
  });

  test('knows the letters with which its names begin', () => {
    const first = (...patterns: string[]) =>
      Array.from(firstWays(compiled(patterns).automaton), ({ unit, case: wanted }) => [
        String.fromCharCode(unit),
        wanted,
      ]);
    expect(first('x')).toEqual([['x', Case.Any]]);
    expect(first('{Ab|cd}', 'ae', 'ßx', 'Q').sort()).toEqual([
      ['a', Case.NotSmall],
      ['a', Case.Small],
      ['c', Case.Any],
      ['q', Case.NotSmall],
      ['s', Case.Any],
    ]);
    expect(first()).toEqual([]);
  });

  test('is over where anything may follow', () => {
    const { automaton } = compiled([`{signed by${OPEN_END} states|by}`]);
    expect([spelt(automaton, 'signed by'), spelt(automaton, 'by')]).toEqual([0, 0]);
    expect(spelt(automaton, 'signed by states')).toBe(NOWHERE);
  });

  test('refuses what it cannot hold', () => {
    expect(() => compiled(['a\ue000b'])).toThrow(RangeError);
    expect(() => compiled(['a😀'])).toThrow(RangeError);
  });

  test('is made of states that lead on alike but once', () => {
    const endings = ['kriminalität', 'verbrechen', 'straftaten', 'delikte'].join('|');
    const one = compiled([`cyber{${endings}}`]).automaton.length;
    const many = compiled([`{{cyber|computer|internet|netz|online}{${endings}}}`]).automaton.length;
    expect(many).toBeLessThan(one + 80);
  });

  test('accepts the spellings of its patterns and nothing else', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'C', ' '), minLength: 1, maxLength: 4 });
    const part = fc.oneof(
      word.map((own) => [own]),
      fc.array(word, { minLength: 2, maxLength: 3 }),
    );
    const pattern = fc.array(part, { minLength: 1, maxLength: 3 });
    /** A run of white space is one space, and none stands at the ends. */
    const normal = (text: string) => text.replace(/ +/g, ' ').trim();
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', 'B', 'C', ' '), maxLength: 8 }).map(normal);
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 5 }),
        fc.array(text, { maxLength: 30 }),
        (names, texts) => {
          const spellings = names.map((parts) =>
            parts.reduce((heads, choices) => heads.flatMap((head) => choices.map((tail) => head + tail)), ['']),
          );
          const patterns = names.map((parts) =>
            parts.map((choices) => (choices.length > 1 ? `{${choices.join('|')}}` : (choices[0] ?? ''))).join(''),
          );
          const { automaton, ends } = compiled(patterns);
          const fits = (name: string, given: string) =>
            name.length === given.length &&
            [...name].every((letter, at) => given[at] === letter || given[at] === letter.toUpperCase());
          for (const given of [...texts, ...spellings.flat().map(normal)]) {
            if (given === '') continue;
            const wanted = spellings.flatMap((of, name) => (of.some((own) => fits(normal(own), given)) ? [name] : []));
            expect(ends[spelt(automaton, given)] ?? []).toEqual(wanted);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
