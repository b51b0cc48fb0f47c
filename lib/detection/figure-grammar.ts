/** How a language gives figures: what `figures.ts` reads by, and `compile/figures.ts` makes of words. */
import type { Bound, FigureKind } from '../dataset/terms.ts';
import type { Automaton } from './automaton.ts';

/**
 * Sources of expressions over folded text, for the `v` flag, in which `<#>` stands for `number`. Those for words before
 * a number end where the number begins, those for words behind it begin where it ends.
 */
export interface FrameGrammar {
  kind: FigureKind;
  ordinal?: true | undefined;
  lead?: string | undefined;
  before?: string | undefined;
  after?: string | undefined;
  trail?: string | undefined;
  given?: string | undefined;
  notAfter?: string | undefined;
  notBefore?: string | undefined;
}

/**
 * Which frames may fit where their words begin beside a number, told without an expression: those take long to make, and
 * few numbers of a text are figures.
 */
export interface Openings {
  automaton: Automaton;
  /** By the number that the automaton has where words of frames begin: their places among the frames. */
  ends: number[][];
}

/** How a language gives figures: plain data that can be sent as a message. */
export interface FigureGrammar {
  /** Any number, as part of an expression. */
  number: string;
  /** Where numbers and ordinals stand that may be a figure's. */
  cardinal: string;
  ordinal?: string | undefined;
  /** The spellings of each number and ordinal. */
  numbers: [value: number, spelling: string][];
  ordinals: [value: number, spelling: string][];
  frames: FrameGrammar[];
  /** Of frames with words right before a number and its qualifiers, read back from there. */
  ahead: Openings;
  /** Of frames with words right behind a number, read on from there. */
  behind: Openings;
  qualifiers: { bound: Bound; before?: string | undefined; after?: string | undefined }[];
  filler?: string | undefined;
  notAfter?: string | undefined;
  otherObjectBehind?: string | undefined;
  otherObjectAhead?: string | undefined;
  otherObjectWithin?: string | undefined;
  notWithin?: string | undefined;
  /** A word of `notWithin` right before a figure that begins with its verb. */
  notLeading?: string | undefined;
  otherVotes?: string | undefined;
}
