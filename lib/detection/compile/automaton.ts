/**
 * Packs names into automata (see `../automaton.ts`) when the dictionary is made: every text is then read letter by letter,
 * along one way, however many names begin alike.
 */
import { type Automaton, BASE, CASE_BITS, Case, DIGIT_SHIFT, HEAD, HEAD_END, NOWHERE } from '../automaton.ts';
import { END, endsHere, type Letter } from './spelling-graph.ts';

/** A place in the spelling of a name: the letter that was read last. */
export type Place<Name> = readonly [letter: Letter, name: Name];

/** Names with the letters that each begins with. */
export type Beginnings<Name> = Iterable<readonly [letters: readonly Letter[], name: Name]>;

/** The places before the first letter of names. */
export function placesBefore<Name>(beginnings: Beginnings<Name>): Place<Name>[] {
  return Array.from(beginnings, ([next, name]) => [{ unit: END, capital: false, next }, name]);
}

/** The names that are spelt to their end at some places, each once. */
export function namesEnding<Name>(places: readonly Place<Name>[]): Name[] {
  const ending = new Set<Name>();
  for (const [{ next }, name] of places) if (endsHere(next)) ending.add(name);
  return [...ending];
}

/** The places that each unit leads to from some places. Ways that part and meet again are followed once. */
export function placesBehind<Name>(places: readonly Place<Name>[]): Map<number, Place<Name>[]> {
  const behind = new Map<number, Place<Name>[]>();
  const followed = new Set<Letter>();
  for (const [{ next }, name] of places) {
    for (const letter of next) {
      if (letter.unit === END || followed.has(letter)) continue;
      followed.add(letter);
      const others = behind.get(letter.unit);
      if (others) others.push([letter, name]);
      else behind.set(letter.unit, [[letter, name]]);
    }
  }
  return behind;
}

/** The number of a thing: those met before have theirs, others get the next. */
function numberIn<Thing>(numbers: Map<Thing, number>, thing: Thing): number {
  const number = numbers.get(thing) ?? numbers.size;
  numbers.set(thing, number);
  return number;
}

/** A key that places share when they have the same letters. */
export function keyOf<Name>(places: readonly Place<Name>[], numbers: Map<Letter, number>): string {
  return places
    .map(([letter]) => numberIn(numbers, letter))
    .sort((one, other) => one - other)
    .join();
}

/** A state before it is packed. */
interface State {
  number: number;
  /** Number of the list of the names that end here, or `NOWHERE`. */
  end: number;
  ways: Way[];
  /** Where it stands in the packed automaton, once it does. */
  at: number | undefined;
}

interface Way {
  unit: number;
  case: Case;
  to: State;
}

/** An automaton with the names that end at its states. */
export interface Compiled {
  automaton: Automaton;
  /** Names by the number of the list, each by its place among those given and in their order. */
  ends: number[][];
}

/** The states of some names; those that lead on alike are one. */
class States {
  readonly ends: number[][] = [];
  readonly #isCased: boolean;
  /** Lists of names that end together, by the names. */
  readonly #endNumbers = new Map<string, number>();
  readonly #letterNumbers = new Map<Letter, number>();
  /** States by the letters that were read last; nearly always that is one. */
  readonly #byLetter = new Map<Letter, State>();
  readonly #byLetters = new Map<string, State>();
  /** States by what they lead to; of nearly all, that is one letter. */
  readonly #byOnlyWay = new Map<number, State>();
  readonly #byWays = new Map<string, State>();
  #count = 0;

  constructor(isCased: boolean) {
    this.#isCased = isCased;
  }

  /** The state at some places. Recursion goes as deep as the longest name. */
  at(places: readonly Place<number>[]): State {
    const [[letter] = []] = places;
    if (letter && places.length === 1) {
      const state = this.#byLetter.get(letter) ?? this.#stateAt(places);
      this.#byLetter.set(letter, state);
      return state;
    }
    const key = keyOf(places, this.#letterNumbers);
    const state = this.#byLetters.get(key) ?? this.#stateAt(places);
    this.#byLetters.set(key, state);
    return state;
  }

  #stateAt(places: readonly Place<number>[]): State {
    const end = this.#endOf(namesEnding(places).sort((one, other) => one - other));
    const ways: Way[] = [];
    for (const [unit, behind] of placesBehind(places)) this.#addWays(ways, unit, behind);
    const [only] = ways;
    if (only && ways.length === 1 && end === NOWHERE && only.case === Case.Any) {
      const key = only.to.number * UNITS + only.unit;
      const state = this.#byOnlyWay.get(key) ?? this.#add(end, ways);
      this.#byOnlyWay.set(key, state);
      return state;
    }
    const key = [end, ...ways.flatMap((way) => [way.unit, way.case, way.to.number])].join();
    const state = this.#byWays.get(key) ?? this.#add(end, ways);
    this.#byWays.set(key, state);
    return state;
  }

  #add(end: number, ways: Way[]): State {
    return { number: this.#count++, end, ways, at: undefined };
  }

  #endOf(names: number[]): number {
    if (names.length === 0) return NOWHERE;
    const number = numberIn(this.#endNumbers, names.join());
    this.ends[number] = names;
    return number;
  }

  /** Adds where a unit leads: letters that must be capitals are left out where the text has a small one. */
  #addWays(ways: Way[], unit: number, behind: readonly Place<number>[]): void {
    const to = this.at(behind);
    const small = this.#isCased ? behind.filter(([{ capital }]) => !capital) : behind;
    const isAny = small.length === behind.length;
    ways.push({ unit, case: isAny ? Case.Any : Case.NotSmall, to });
    if (!isAny && small.length > 0) ways.push({ unit, case: Case.Small, to: this.at(small) });
  }
}

/** As many units as one call takes arguments. */
const AT_ONCE = 4096;
/** There are so many UTF-16 units. */
const UNITS = 0x10000;
/** Halves of pairs begin here, and heads behind them. */
const SURROGATES = 0xd800;

/** @throws {RangeError} when a unit is one that a packed automaton cannot hold */
function checked(unit: number): number {
  if (unit >= SURROGATES && unit < HEAD_END) throw new RangeError(`a name has the unit ${unit.toString(16)}`);
  return unit;
}

/** @throws {RangeError} when the number is too large for one unit */
function shifted(number: number): number {
  return checked(number + DIGIT_SHIFT);
}

/**
 * Packs states: each that leads on by one way in any case right before the one it leads to, where that is not packed yet.
 * @throws {RangeError} when there are more states, ways or lists of names than fit
 */
function pack(first: State): Automaton {
  const units: number[] = [];
  /** Ways whose states are to be packed, with where the state's digits are to stand. */
  const open: { way: Way; at: number }[] = [];
  const place = (from: State) => {
    for (let state: State | undefined = from; state && state.at === undefined; ) {
      const { end, ways }: State = state;
      const only: Way | undefined = ways[0];
      state.at = units.length;
      if (end === NOWHERE && ways.length === 1 && only?.case === Case.Any && only.to.at === undefined) {
        units.push(checked(only.unit));
        state = only.to;
        continue;
      }
      const head = HEAD + ways.length * 2 + Number(end !== NOWHERE);
      if (head >= HEAD_END) throw new RangeError('too many ways for one state');
      units.push(head);
      if (end !== NOWHERE) units.push(shifted(end));
      for (const way of ways) {
        open.push({ way, at: units.length + 1 });
        units.push(checked(way.unit), 0, 0);
      }
      state = undefined;
    }
  };
  place(first);
  for (let next = open.pop(); next; next = open.pop()) {
    const { way, at } = next;
    place(way.to);
    const value = ((way.to.at as number) << CASE_BITS) | way.case;
    if (value >= BASE * BASE) throw new RangeError('too many states for one automaton');
    units[at] = shifted(Math.floor(value / BASE));
    units[at + 1] = shifted(value % BASE);
  }
  let packed = '';
  for (let at = 0; at < units.length; at += AT_ONCE) packed += String.fromCharCode(...units.slice(at, at + AT_ONCE));
  return packed;
}

/**
 * Compiles names, which are told apart by their place in the list.
 * @param names the letters that each begins with
 * @param isCased whether letters that are capitals in a name must be in the text
 * @throws {RangeError} when they are too many for one automaton
 */
export function compileAutomaton(names: readonly (readonly Letter[])[], isCased: boolean): Compiled {
  const states = new States(isCased);
  const first = states.at(placesBefore(names.map((letters, name) => [letters, name] as const)));
  return { automaton: pack(first), ends: states.ends };
}
