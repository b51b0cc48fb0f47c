/**
 * The index of the dictionary: an automaton over folded units that is built as texts reach its states.
 *
 * A pattern such as `{UN|United Nations} {treaty|pact}` is a graph of letters, never a list of strings: thousands of
 * patterns that stand for hundreds of thousands of names cost nothing until a text begins to spell one.
 */
import { expansionOf, foldUnit, IGNORED, SPACE } from './fold.ts';
import { parsePattern, type Sequence } from './pattern.ts';

/** A letter of a pattern and the letters that may follow it. */
interface Letter {
  /** Folded unit; `END` behind the last letter. */
  unit: number;
  /** Whether the text must have a capital here. */
  capital: boolean;
  /** The letter with its accents, in small; empty where it stands for several (ß). */
  accented: string;
  next: Letter[];
}

const END = -1;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const MARK = /\p{M}/u;

/**
 * The letters that a sequence of composed text may begin with, when `followers` may come behind it. Built from its end.
 */
function lettersOf(sequence: Sequence, followers: Letter[]): Letter[] {
  let next = followers;
  for (const part of sequence.toReversed()) {
    if (typeof part !== 'string') {
      const behind = next;
      next = part.flatMap((choice) => lettersOf(choice, behind));
      continue;
    }
    for (let at = part.length - 1; at >= 0; at--) {
      const code = foldUnit(part.charCodeAt(at));
      if (code === IGNORED) continue;
      const capital = UPPER.test(part.charAt(at));
      const units = expansionOf(code) ?? [code];
      const accented = units.length > 1 ? '' : part.charAt(at).toLowerCase();
      // A run of white space is one space.
      if (code === SPACE) next = behindSpace(next);
      for (const unit of units.toReversed()) next = [{ unit, capital, accented, next }];
    }
  }
  return next;
}

/** Letters behind any white space, for a run of it is one space and none stands at a name's ends. */
function behindSpace(letters: readonly Letter[]): Letter[] {
  return letters.flatMap((letter) => (letter.unit === SPACE ? behindSpace(letter.next) : [letter]));
}

/** The graph of a pattern: its first letters. */
function graphOf(pattern: string): Letter[] {
  const end: Letter = { unit: END, capital: false, accented: '', next: [] };
  return behindSpace(lettersOf(parsePattern(pattern.normalize('NFC')), [end]));
}

function endsHere(letters: readonly Letter[]): boolean {
  return letters.some(({ unit, next }) => unit === END || (unit === SPACE && endsHere(behindSpace(next))));
}

/** The units that a pattern may begin with, told without building its graph. */
function firstUnits(sequence: Sequence, into: Set<number>): boolean {
  for (const part of sequence) {
    if (typeof part !== 'string') {
      const empty = part.map((choice) => firstUnits(choice, into)).some(Boolean);
      if (!empty) return false;
      continue;
    }
    for (let at = 0; at < part.length; at++) {
      const code = foldUnit(part.charCodeAt(at));
      if (code === IGNORED || code === SPACE) continue;
      into.add(expansionOf(code)?.[0] ?? code);
      return false;
    }
  }
  return true;
}

/** A state of the automaton: what may still be spelt, of which name. */
export interface State<Name> {
  /** Names that are spelt to their end. */
  ends: Name[];
  /** Where each unit leads; undefined until a text comes by. */
  children: Map<number, State<Name>> | undefined;
  /** Letters that may come next, each with its name. */
  pending: [letter: Letter, name: Name][];
}

/** A name that the automaton knows. */
export interface Spelt {
  /** The pattern of its spellings. */
  readonly pattern: string;
  /** Whether its accents must stand as written. */
  readonly exact?: boolean;
}

/** An automaton over the names given. */
export interface Automaton<Name extends Spelt> {
  /** Whether a name may begin with a folded code. */
  begins(code: number): boolean;
  /** The state behind the first code of a text's name. */
  start(code: number): State<Name> | undefined;
  /** The state that a folded code leads to, or undefined when no name goes on so. */
  advance(state: State<Name>, code: number): State<Name> | undefined;
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
  while (end < text.length && MARK.test(text.charAt(end))) end++;
  return text.slice(at, end).normalize('NFC').toLowerCase();
}

/** Leads each folded unit of the pending letters to the state behind it. */
function open<Name>(state: State<Name>): Map<number, State<Name>> {
  const children = new Map<number, State<Name>>();
  // Ways that part and meet again lead to the same letters, which are followed once.
  const followed = new Map<number, Set<Letter>>();
  for (const [{ unit, next }, name] of state.pending) {
    if (unit === END) continue;
    let child = children.get(unit);
    if (!child) {
      child = { ends: [], children: undefined, pending: [] };
      children.set(unit, child);
      followed.set(unit, new Set());
    }
    const seen = followed.get(unit) as Set<Letter>;
    if (endsHere(next) && child.ends.at(-1) !== name) child.ends.push(name);
    for (const letter of next) {
      if (seen.has(letter)) continue;
      seen.add(letter);
      child.pending.push([letter, name]);
    }
  }
  state.pending = [];
  state.children = children;
  return children;
}

function step<Name>(state: State<Name>, unit: number): State<Name> | undefined {
  return (state.children ?? open(state)).get(unit);
}

function walk<Name>(state: State<Name>, code: number): State<Name> | undefined {
  const units = expansionOf(code);
  if (!units) return step(state, code);
  let at: State<Name> | undefined = state;
  for (const unit of units) at = at && step(at, unit);
  return at;
}

/** The letters that come behind those of a unit that agree, each once. */
function follow(letters: readonly Letter[], unit: number, agrees: (letter: Letter) => boolean): Letter[] {
  let next: Letter[] | undefined;
  let merged: Set<Letter> | undefined;
  for (const letter of letters) {
    if (letter.unit !== unit || !agrees(letter)) continue;
    if (!next) next = letter.next;
    else {
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
  const root: State<Name> = { ends: [], children: undefined, pending: [] };
  for (const name of names) for (const letter of graphOf(name.pattern)) root.pending.push([letter, name]);
  const seen = new Set<string>();
  const ways: [spelling: string, state: State<Name>][] = [['', root]];
  for (let way = ways.pop(); way; way = ways.pop()) {
    const [spelling, state] = way;
    note(spelling, state.ends);
    for (const [unit, child] of open(state)) {
      if (new Set([...child.pending.map(([, name]) => name), ...child.ends].map(ownerOf)).size < 2) continue;
      const key = child.pending
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

/**
 * Makes the automaton of names whose patterns' braces pair.
 * @throws {PatternError} for others
 */
export function createAutomaton<Name extends Spelt>(names: Iterable<Name>): Automaton<Name> {
  /** Names by the unit that they begin with, until a text has that unit. */
  const waiting = new Map<number, Name[]>();
  const opened = new Map<number, State<Name>>();
  const graphs = new Map<Name, Letter[]>();
  for (const name of names) {
    const units = new Set<number>();
    firstUnits(parsePattern(name.pattern), units);
    for (const unit of units) {
      const others = waiting.get(unit);
      if (others) others.push(name);
      else waiting.set(unit, [name]);
    }
  }

  function graph(name: Name): Letter[] {
    let letters = graphs.get(name);
    if (!letters) {
      letters = graphOf(name.pattern);
      graphs.set(name, letters);
    }
    return letters;
  }

  function startAt(unit: number): State<Name> | undefined {
    const known = opened.get(unit);
    if (known) return known;
    const names = waiting.get(unit);
    if (!names) return undefined;
    const first: State<Name> = { ends: [], children: undefined, pending: [] };
    for (const name of names) for (const letter of graph(name)) first.pending.push([letter, name]);
    const state = step(first, unit);
    if (state) opened.set(unit, state);
    return state;
  }

  return {
    begins: (code) => waiting.has(expansionOf(code)?.[0] ?? code),

    start(code) {
      const units = expansionOf(code);
      if (!units) return startAt(code);
      let at = startAt(units[0] as number);
      for (const unit of units.slice(1)) at = at && step(at, unit);
      return at;
    },

    advance: walk,

    agrees(name, text, start, end) {
      let letters = graph(name);
      let inSpace = false;
      for (let at = start; at < end; at++) {
        const code = foldUnit(text.charCodeAt(at));
        if (code === IGNORED || (code === SPACE && inSpace)) continue;
        inSpace = code === SPACE;
        const agreesHere = (letter: Letter) =>
          !(letter.capital && LOWER.test(text.charAt(at))) &&
          (!name.exact || code === SPACE || letter.accented === '' || letter.accented === accentedAt(text, at));
        for (const unit of expansionOf(code) ?? [code]) letters = follow(letters, unit, agreesHere);
        if (letters.length === 0) return false;
      }
      return endsHere(letters);
    },
  };
}
