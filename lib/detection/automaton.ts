/**
 * The index of the dictionary: an automaton over folded units that is built as texts reach its states.
 *
 * A pattern such as `{UN|United Nations} {treaty|pact}` is a graph of letters, never a list of strings: thousands of
 * patterns that stand for hundreds of thousands of names cost nothing until a text begins to spell one.
 */
import { EXPANDED, expansionOf, foldUnit, IGNORED, isLower, isMark, SPACE } from './fold.ts';
import { parsePattern, type Sequence } from './pattern.ts';

/** A letter of a pattern and the letters that may follow it. */
export interface Letter {
  /** Folded unit; `END` behind the last letter. */
  readonly unit: number;
  /** Whether the text must have a capital here. */
  readonly capital: boolean;
  /** The letter with its accents, in small; empty where it stands for several (ß). */
  readonly accented: string;
  /** Told when a text gets there: of most names, no text ever spells more than the beginning. */
  readonly next: readonly Letter[];
}

const END = -1;
const UPPER = /\p{Lu}/u;

/** Letters that are told once, when they are asked for. */
type Later = () => readonly Letter[];

class PatternLetter implements Letter {
  readonly unit: number;
  readonly capital: boolean;
  readonly accented: string;
  readonly #followers: Later;
  #next: readonly Letter[] | undefined;

  constructor(unit: number, capital: boolean, accented: string, followers: Later) {
    this.unit = unit;
    this.capital = capital;
    this.accented = accented;
    this.#followers = followers;
  }

  get next(): readonly Letter[] {
    this.#next ??= this.#followers();
    return this.#next;
  }
}

/** The letters of one unit of a pattern, which are several where it stands for a sequence (ß). */
function lettersOfUnit(unit: number, followers: Later): readonly Letter[] {
  const code = foldUnit(unit);
  if (code === IGNORED) return followers();
  const capital = UPPER.test(String.fromCharCode(unit));
  const units = expansionOf(code);
  // A run of white space is one space.
  if (code === SPACE) return [new PatternLetter(code, false, ' ', () => behindSpace(followers()))];
  if (!units) return [new PatternLetter(code, capital, String.fromCharCode(unit).toLowerCase(), followers)];
  let letters = followers;
  for (const one of units.toReversed()) {
    const behind = letters;
    const letter = [new PatternLetter(one, capital, '', behind)];
    letters = () => letter;
  }
  return letters();
}

/**
 * The letters that a sequence of composed text may begin with from one of its parts on, when `followers` may come
 * behind it. Each letter is made once, so that ways that meet again meet in the same letters.
 */
function lettersOf(sequence: Sequence, followers: Later, from = 0): readonly Letter[] {
  const part = sequence[from];
  if (part === undefined) return followers();
  let known: readonly Letter[] | undefined;
  const behind = () => {
    known ??= lettersOf(sequence, followers, from + 1);
    return known;
  };
  if (typeof part !== 'string') return part.flatMap((choice) => lettersOf(choice, behind));
  const fromUnit = (at: number): readonly Letter[] =>
    at < part.length ? lettersOfUnit(part.charCodeAt(at), () => fromUnit(at + 1)) : behind();
  return fromUnit(0);
}

/** Letters behind any white space, for a run of it is one space and none stands at a name's ends. */
function behindSpace(letters: readonly Letter[]): readonly Letter[] {
  if (!letters.some(({ unit }) => unit === SPACE)) return letters;
  return letters.flatMap((letter) => (letter.unit === SPACE ? behindSpace(letter.next) : [letter]));
}

const LAST: readonly Letter[] = [{ unit: END, capital: false, accented: '', next: [] }];

/** The graph of a pattern: its first letters. */
function graphOf(pattern: string): readonly Letter[] {
  return behindSpace(lettersOf(parsePattern(pattern.normalize('NFC')), () => LAST));
}

function endsHere(letters: readonly Letter[]): boolean {
  return letters.some(({ unit, next }) => unit === END || (unit === SPACE && endsHere(behindSpace(next))));
}

/** A state of the automaton: what is spelt, and what may still be, of which name. */
export interface State<Name> {
  /** Names that are spelt to their end. */
  ends: Name[];
  /** Where each unit leads. */
  children: Map<number, State<Name>>;
  /** Letters that lead here, each with its name; undefined once a text has come by and the rest is known from them. */
  arrived: [letter: Letter, name: Name][] | undefined;
}

function stateBehind<Name>(arrived: State<Name>['arrived']): State<Name> {
  return { ends: [], children: new Map(), arrived };
}

/** A name that the automaton knows. */
export interface Spelt {
  /** The pattern of its spellings. */
  readonly pattern: string;
  /** Whether its accents must stand as written. */
  readonly exact?: boolean;
}

/** An automaton over names. */
export interface Automaton<Name extends Spelt> {
  /** Adds a name whose pattern's braces pair; before any text is read. */
  add(name: Name): void;
  /** The state behind the first code of a text's name, or undefined when no name begins so. */
  start(code: number): State<Name> | undefined;
  /**
   * Whether the text has a capital wherever the name demands one, in one of its spellings, and where the name is exact,
   * its accents. A text all in capitals has the capitals.
   * @param start UTF-16 offset of the name in the text
   */
  agrees(name: Name, text: string, start: number, end: number): boolean;
}

/** The letter at an offset with the marks that dress it, composed and in small. */
function accentedAt(text: string, at: number): string {
  let end = at + 1;
  while (end < text.length && isMark(text.charCodeAt(end))) end++;
  return text.slice(at, end).normalize('NFC').toLowerCase();
}

/** Finds out what is spelt at a state, and where the units that may come next lead. */
function open<Name>(state: State<Name>): State<Name> {
  const { arrived, ends, children } = state;
  if (!arrived) return state;
  state.arrived = undefined;
  // Ways that part and meet again lead to the same letters, which are followed once.
  const followed = new Set<Letter>();
  for (const [{ next }, name] of arrived) {
    if (endsHere(next) && ends.at(-1) !== name) ends.push(name);
    for (const letter of next) {
      if (letter.unit === END || followed.has(letter)) continue;
      followed.add(letter);
      const child = children.get(letter.unit);
      if (child) child.arrived?.push([letter, name]);
      else children.set(letter.unit, stateBehind([[letter, name]]));
    }
  }
  return state;
}

function step<Name>(state: State<Name>, unit: number): State<Name> | undefined {
  const next = state.children.get(unit);
  return next?.arrived ? open(next) : next;
}

/** The state that a folded code leads to, or undefined when nothing goes on so. */
export function advance<Name>(state: State<Name>, code: number, direction: 1 | -1 = 1): State<Name> | undefined {
  if (code < EXPANDED) return step(state, code);
  const units = expansionOf(code) ?? [];
  let at: State<Name> | undefined = state;
  for (const unit of direction === 1 ? units : units.toReversed()) at = at && step(at, unit);
  return at;
}

/**
 * The letters that come behind those of a unit that agree with the text, each once.
 * @param small whether the text has a small letter
 * @param accented the text's letter with its accents, where they must stand as written
 */
function follow(
  letters: readonly Letter[],
  unit: number,
  small: boolean,
  accented: string | undefined,
): readonly Letter[] {
  let next: readonly Letter[] | undefined;
  let merged: Set<Letter> | undefined;
  for (const letter of letters) {
    if (letter.unit !== unit || (small && letter.capital)) continue;
    if (accented !== undefined && letter.accented !== '' && letter.accented !== accented) continue;
    if (!next) next = letter.next;
    else if (next !== letter.next) {
      merged ??= new Set(next);
      for (const behind of letter.next) merged.add(behind);
    }
  }
  return merged ? [...merged] : (next ?? []);
}

/** A spelling that two names share. */
export interface Clash<Name> {
  /** Folded. */
  spelling: string;
  names: [Name, Name];
}

/**
 * Spellings that names of different owners share, at least one for each pair of names that shares any.
 * Goes along all names at once and only where two owners' still run together, so that no pattern is written out.
 */
export function findClashes<Name extends Spelt>(
  names: readonly Name[],
  ownerOf: (name: Name) => string,
): Clash<Name>[] {
  const numbers = new Map<Letter, number>();
  const numberOf = (letter: Letter): number => {
    const number = numbers.get(letter) ?? numbers.size;
    numbers.set(letter, number);
    return number;
  };
  const clashes = new Map<string, Clash<Name>>();
  const note = (spelling: string, ending: readonly Name[]) => {
    for (const [index, one] of ending.entries()) {
      for (const other of ending.slice(index + 1)) {
        if (ownerOf(one) === ownerOf(other)) continue;
        const key = `${names.indexOf(one)} ${names.indexOf(other)}`;
        if (!clashes.has(key)) clashes.set(key, { spelling, names: [one, other] });
      }
    }
  };
  const root = stateBefore(names.map((name): [readonly Letter[], Name] => [graphOf(name.pattern), name]));
  const seen = new Set<string>();
  const ways: [spelling: string, state: State<Name>][] = [['', root]];
  for (let way = ways.pop(); way; way = ways.pop()) {
    const [spelling, state] = way;
    note(spelling, state.ends);
    for (const [unit, child] of state.children) {
      const arrived = child.arrived ?? [];
      if (new Set(arrived.map(([, name]) => ownerOf(name))).size < 2) continue;
      open(child);
      const key = arrived
        .map(([letter]) => numberOf(letter))
        .sort((one, other) => one - other)
        .join();
      if (seen.has(key) && child.ends.length === 0) continue;
      seen.add(key);
      ways.push([spelling + String.fromCharCode(unit), child]);
    }
  }
  return [...clashes.values()];
}

function stateBefore<Name>(beginnings: Iterable<[letters: readonly Letter[], name: Name]>): State<Name> {
  const start = { unit: END, capital: false, accented: '' };
  return open(stateBehind(Array.from(beginnings, ([next, name]) => [{ ...start, next }, name])));
}

/** A run of plain text from its end on, in folded units. */
function reversed(part: string): string {
  let out = '';
  for (let at = part.length - 1; at >= 0; at--) {
    const code = foldUnit(part.charCodeAt(at));
    if (code !== IGNORED) out += String.fromCharCode(...(expansionOf(code)?.toReversed() ?? [code]));
  }
  return out;
}

/** A sequence to be read from its end on. */
function backwards(sequence: Sequence): Sequence {
  return sequence.map((part) => (typeof part === 'string' ? reversed(part) : part.map(backwards))).reverse();
}

/**
 * The state before words: what a text must spell to have any of them.
 * @param direction 1 to read texts on from a place, -1 to read them back from it; white space at the place is none of
 *   the text's, so that a pattern with white space on that side is never spelt
 */
export function stateOfWords(patterns: readonly string[], direction: 1 | -1): State<string> {
  return stateBefore(
    patterns.map((pattern) => {
      const sequence = parsePattern(pattern.normalize('NFC'));
      return [lettersOf(direction === 1 ? sequence : backwards(sequence), () => LAST), pattern];
    }),
  );
}

/** Makes an automaton that knows no name yet. */
export function createAutomaton<Name extends Spelt>(): Automaton<Name> {
  /** Names by the unit that they begin with, until a text has that unit. */
  const waiting = new Map<number, Name[]>();
  /** The state behind each unit that a text began a word with; null where no name begins so. */
  const opened: (State<Name> | null)[] = [];
  const graphs = new Map<Name, readonly Letter[]>();

  function graph(name: Name): readonly Letter[] {
    let letters = graphs.get(name);
    if (!letters) {
      letters = graphOf(name.pattern);
      graphs.set(name, letters);
    }
    return letters;
  }

  function openStart(unit: number): State<Name> | null {
    const named = waiting.get(unit);
    if (!named) return null;
    const arrived: [Letter, Name][] = [];
    for (const name of named) for (const letter of graph(name)) if (letter.unit === unit) arrived.push([letter, name]);
    return open(stateBehind(arrived));
  }

  function startAt(unit: number): State<Name> | undefined {
    let state = opened[unit];
    if (state === undefined) {
      state = openStart(unit);
      opened[unit] = state;
    }
    return state ?? undefined;
  }

  /** The units that a name may begin with. Most patterns begin with a letter, and need not be taken apart. */
  function firstUnits(name: Name): Iterable<number> {
    const code = foldUnit(name.pattern.charCodeAt(0));
    const isLetter = !name.pattern.startsWith('{') && code !== IGNORED && code !== SPACE && code < EXPANDED;
    return isLetter ? [code] : new Set(graph(name).map(({ unit }) => unit));
  }

  return {
    add(name) {
      for (const unit of firstUnits(name)) {
        const others = waiting.get(unit);
        if (others) others.push(name);
        else waiting.set(unit, [name]);
      }
    },

    start(code) {
      if (code < EXPANDED) return startAt(code);
      const [first = END, ...rest] = expansionOf(code) ?? [];
      let at = startAt(first);
      for (const unit of rest) at = at && step(at, unit);
      return at;
    },

    agrees(name, text, start, end) {
      let letters = graph(name);
      let inSpace = false;
      for (let at = start; at < end; at++) {
        const given = text.charCodeAt(at);
        const code = foldUnit(given);
        if (code === IGNORED || (code === SPACE && inSpace)) continue;
        inSpace = code === SPACE;
        const small = isLower(given);
        const accented = name.exact && code !== SPACE ? accentedAt(text, at) : undefined;
        for (const unit of expansionOf(code) ?? [code]) letters = follow(letters, unit, small, accented);
        if (letters.length === 0) return false;
      }
      return endsHere(letters);
    },
  };
}
