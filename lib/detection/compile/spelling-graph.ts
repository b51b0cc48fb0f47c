/**
 * A pattern such as `{UN|United Nations} {treaty|pact}` as a graph of letters: thousands of patterns that stand for
 * hundreds of thousands of names are never written out. Used where the dictionary is made and checked, never in a page.
 */
import { EXPANDED, expansionOf, foldUnit, IGNORED, SPACE } from '../fold.ts';
import { parsePattern, type Sequence } from './pattern.ts';

/** A letter of a pattern and the letters that may follow it. */
export interface Letter {
  /** The unit as its alphabet has it; `END` behind the last letter. */
  readonly unit: number;
  /** Whether the text must have a capital here. */
  readonly capital: boolean;
  /** Told when they are asked for: of most ways through a pattern, none is gone to the end. */
  readonly next: readonly Letter[];
}

/**
 * What letters are told apart by: as a reader takes them (`folded`, see `fold.ts`), or with their accents, in small
 * (`accented`).
 */
export type Alphabet = 'folded' | 'accented';

/** Unit of what stands behind the last letter of a name. */
export const END = -1;
/** Stands in a pattern where anything may follow, in the direction of reading: whoever reads as far is sent further. */
export const OPEN_END = '\uffff';
const UPPER = /\p{Lu}/u;

/** Letters that are told once, when they are asked for. */
type Later = () => readonly Letter[];

class PatternLetter implements Letter {
  readonly unit: number;
  readonly capital: boolean;
  readonly #followers: Later;
  #next: readonly Letter[] | undefined;

  constructor(unit: number, capital: boolean, followers: Later) {
    this.unit = unit;
    this.capital = capital;
    this.#followers = followers;
  }

  get next(): readonly Letter[] {
    this.#next ??= this.#followers();
    return this.#next;
  }
}

const LAST: readonly Letter[] = [{ unit: END, capital: false, next: [] }];

/** The letters of one unit of a pattern, which are several where it stands for a sequence (ß). */
function lettersOfUnit(unit: number, alphabet: Alphabet, followers: Later): readonly Letter[] {
  if (unit === OPEN_END.charCodeAt(0)) return LAST;
  const code = foldUnit(unit);
  if (code === IGNORED) return followers();
  // A run of white space is one space.
  if (code === SPACE) return [new PatternLetter(code, false, () => behindSpace(followers()))];
  const char = String.fromCharCode(unit);
  const capital = UPPER.test(char);
  if (alphabet === 'accented') return [new PatternLetter(char.toLowerCase().charCodeAt(0), capital, followers)];
  const units = expansionOf(code) ?? [code];
  let letters = followers;
  for (const one of units.toReversed()) {
    const letter = [new PatternLetter(one, capital, letters)];
    letters = () => letter;
  }
  return letters();
}

/**
 * The letters that a sequence of composed text may begin with from one of its parts on, when `followers` may come
 * behind it. Each letter is made once, so that ways that meet again meet in the same letters.
 */
function lettersOfSequence(sequence: Sequence, alphabet: Alphabet, followers: Later, from = 0): readonly Letter[] {
  const part = sequence[from];
  if (part === undefined) return followers();
  let known: readonly Letter[] | undefined;
  const behind = () => {
    known ??= lettersOfSequence(sequence, alphabet, followers, from + 1);
    return known;
  };
  if (typeof part !== 'string') return part.flatMap((choice) => lettersOfSequence(choice, alphabet, behind));
  const fromUnit = (at: number): readonly Letter[] =>
    at < part.length ? lettersOfUnit(part.charCodeAt(at), alphabet, () => fromUnit(at + 1)) : behind();
  return fromUnit(0);
}

/** Letters behind any white space, for a run of it is one space and none stands at a name's ends. */
function behindSpace(letters: readonly Letter[]): readonly Letter[] {
  if (!letters.some(({ unit }) => unit === SPACE)) return letters;
  return letters.flatMap((letter) => (letter.unit === SPACE ? behindSpace(letter.next) : [letter]));
}

/** Whether a name may be over where these letters may follow. */
export function endsHere(letters: readonly Letter[]): boolean {
  return letters.some(({ unit, next }) => unit === END || (unit === SPACE && endsHere(behindSpace(next))));
}

/** A run of plain text from its end on, in folded units. */
function reversed(part: string): string {
  let out = '';
  for (let at = part.length - 1; at >= 0; at--) {
    const code = foldUnit(part.charCodeAt(at));
    if (code === IGNORED) continue;
    out += code < EXPANDED ? String.fromCharCode(code) : String.fromCharCode(...(expansionOf(code) ?? []).toReversed());
  }
  return out;
}

/** A sequence to be read from its end on. */
function backwards(sequence: Sequence): Sequence {
  return sequence.map((part) => (typeof part === 'string' ? reversed(part) : part.map(backwards))).reverse();
}

/** How a pattern is read. */
export interface Reading {
  /** Default: `folded`. */
  alphabet?: Alphabet;
  /** On from its first letter (1) or back from its last (-1). Default: 1. */
  direction?: 1 | -1;
}

/**
 * The first letters of the spellings of a pattern. White space at the ends of a spelling is none of it.
 * @throws {PatternError} when the pattern's braces do not pair
 */
export function lettersOf(pattern: string, { alphabet = 'folded', direction = 1 }: Reading = {}): readonly Letter[] {
  const sequence = parsePattern(pattern.normalize('NFC'));
  return behindSpace(lettersOfSequence(direction === 1 ? sequence : backwards(sequence), alphabet, () => LAST));
}
