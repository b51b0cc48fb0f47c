/**
 * Reads automata: what spells a name and what does not, letter by letter, as `compile/automaton.ts` packs them into a
 * string. A string crosses from the build to a page as it is, and nothing is made of it before a text is read.
 *
 * A state is an offset into the string. The first state is at 0. Most states lead on by one letter and in any case: such
 * a state is that letter's unit, and the next state stands behind it. Any other is a head from `HEAD` on, of which the
 * lowest bit tells whether names end there and the others how many ways lead on; then the number of the list of names
 * that end there, if any do; then, for each way, its unit and two digits of the state that it leads to, with the case
 * that it takes in the lowest bits. Numbers and digits are shifted by `DIGIT_SHIFT`, past the signs that JSON escapes.
 */
import { EXPANDED, expansionOf, isLower } from './fold.ts';

/** An automaton, packed. */
export type Automaton = string;

/** Where nothing leads. */
export const NOWHERE = -1;
/** The state before any letter. */
export const FIRST = 0;

/** Heads take units of the private use area, in which no name is spelt, up to `HEAD_END`. */
export const HEAD = 0xe000;
export const HEAD_END = 0xf900;
/** The base of a state's two digits. */
export const BASE = 0x4000;
export const DIGIT_SHIFT = 0x30;
/** Units that each way takes behind a head. */
const WAY_UNITS = 3;

/** The case of letters that a way takes. */
export const Case = {
  Any: 0,
  /** Capitals, and letters of scripts that have no case. */
  NotSmall: 1,
  Small: 2,
} as const;
export type Case = (typeof Case)[keyof typeof Case];
/** Bits that a case takes. */
export const CASE_BITS = 2;
const CASE_MASK = (1 << CASE_BITS) - 1;

/**
 * The number of the list of names that end at a state, or `NOWHERE` when none does.
 * @param state one that a letter has led to
 */
export function endAt(automaton: Automaton, state: number): number {
  const head = automaton.charCodeAt(state);
  if (head < HEAD || head >= HEAD_END || (head & 1) === 0) return NOWHERE;
  return automaton.charCodeAt(state + 1) - DIGIT_SHIFT;
}

/** The case that a way takes, and the state that it leads to, by where its unit stands. */
function caseAt(automaton: Automaton, way: number): number {
  return (automaton.charCodeAt(way + 2) - DIGIT_SHIFT) & CASE_MASK;
}
function stateAt(automaton: Automaton, way: number): number {
  const [high, low] = [automaton.charCodeAt(way + 1) - DIGIT_SHIFT, automaton.charCodeAt(way + 2) - DIGIT_SHIFT];
  return high * (BASE >> CASE_BITS) + (low >> CASE_BITS);
}

/** The state that a unit leads to, or `NOWHERE`. */
function step(automaton: Automaton, state: number, unit: number, written: number): number {
  const head = automaton.charCodeAt(state);
  if (head < HEAD || head >= HEAD_END) return head === unit ? state + 1 : NOWHERE;
  const first = state + 1 + (head & 1);
  const behind = first + ((head - HEAD) >> 1) * WAY_UNITS;
  for (let way = first; way < behind; way += WAY_UNITS) {
    if (automaton.charCodeAt(way) !== unit) continue;
    const wanted = caseAt(automaton, way);
    if (wanted === Case.Any || (wanted === Case.Small) === isLower(written)) return stateAt(automaton, way);
  }
  return NOWHERE;
}

/**
 * The state that a folded code leads to, or `NOWHERE` when nothing goes on so.
 * @param written the UTF-16 unit that the text has, which tells the letter's case
 * @param direction of reading: a code that stands for several letters (ß) has them in that order
 */
export function advance(
  automaton: Automaton,
  state: number,
  code: number,
  written: number,
  direction: 1 | -1 = 1,
): number {
  if (code < EXPANDED) return step(automaton, state, code, written);
  const units = expansionOf(code) ?? [];
  let at = state;
  for (const unit of direction === 1 ? units : units.toReversed()) {
    if (at === NOWHERE) return NOWHERE;
    at = step(automaton, at, unit, written);
  }
  return at;
}

/** The first letters of all that an automaton spells, in the case that each takes, with the states they lead to. */
export function* firstWays(automaton: Automaton): Generator<{ unit: number; case: Case; state: number }> {
  const head = automaton.charCodeAt(FIRST);
  if (head < HEAD || head >= HEAD_END) {
    yield { unit: head, case: Case.Any, state: FIRST + 1 };
    return;
  }
  const first = FIRST + 1 + (head & 1);
  const behind = first + ((head - HEAD) >> 1) * WAY_UNITS;
  for (let way = first; way < behind; way += WAY_UNITS) {
    yield {
      unit: automaton.charCodeAt(way),
      case: caseAt(automaton, way) as Case,
      state: stateAt(automaton, way),
    };
  }
}
