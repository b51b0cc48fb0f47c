/**
 * Figures of a treaty's life: how many have signed or ratified it, how many must, how many voted. "72 states have
 * signed", "after the fortieth ratification", "adopted by 79 votes to 60". Which treaty they are of is told by
 * `nearTreaty`, from the instruments named around.
 */
import type { Bound, FigureKind } from '../dataset/terms.ts';
import { advance, endAt, FIRST, NOWHERE } from './automaton.ts';
import type { FigureGrammar, FrameGrammar, Openings } from './figure-grammar.ts';
import { foldWithOffsets, isMark, SPACE } from './fold.ts';
import { DIGIT, HAN_NUMBER, numberIn } from './numerals.ts';
import { sentenceAround } from './sentences.ts';

/** A figure that a text gives. Offsets are UTF-16 units into the text, and cut all words that tell the figure. */
export interface Figure {
  kind: FigureKind;
  value: number;
  bound: Bound;
  start: number;
  end: number;
  /** Where the number itself begins. */
  at: number;
}

/** A stretch of a text, in UTF-16 offsets. */
export interface Stretch {
  start: number;
  end: number;
}

/** There are so many states, with observers and unions, that none can have more: 193 members of the UN and a few. */
const MOST_STATES = 200;
/** "Ninety days after 40 states have ratified": what is told beside these days is needed, not done. */
const DAYS_OF_WAIT = 90;
/** The days stand no farther before the figure than this, in UTF-16 units, or right behind it, as in Chinese. */
const WAIT_REACH = 60;
const WAIT_TOUCH = 3;
/** Fewer votes carry nothing in an assembly of so many. */
const FEWEST_VOTES = 30;
/** How far, in UTF-16 units of folded text, the words beside a number are looked at. */
const LOOK_AROUND = 160;
/** A group of digits before one of three makes a longer number: "1 072". */
const LONGER_NUMBER = new RegExp(`${DIGIT} $`, 'v');
/** A clause ends here; what stands beyond is farther than letters tell. */
const CLAUSE_MARKS = /[,;:()،؛，；：（）、—–]/gu;
/** So many UTF-16 units is the end of a clause worth when instruments are compared by how near they stand. */
const CLAUSE_COST = 25;

/** A frame with its place among all. */
interface Frame extends FrameGrammar {
  index: number;
}

interface Grammar extends Omit<FigureGrammar, 'number' | 'cardinal' | 'ordinal' | 'numbers' | 'ordinals' | 'frames'> {
  valueOfWords(words: string): number | undefined;
  valueOfOrdinal(words: string): number | undefined;
  cardinal: RegExp;
  ordinal: RegExp | undefined;
  frames: Frame[];
  ordinalFrames: Frame[];
  /** Searches folded text by a source. Its expression is made when it is first needed: most pages need few. */
  find(source: string | undefined, text: string): RegExpExecArray | null | undefined;
}

/** Tells the value of number words, each spelling once. */
function valuesBy(spellings: FigureGrammar['numbers']) {
  let expressions: [number, RegExp][] | undefined;
  const known = new Map<string, number | undefined>();
  return (words: string) => {
    expressions ??= spellings.map(([value, spelling]) => [value, new RegExp(spelling, 'v')]);
    if (!known.has(words)) known.set(words, expressions.find(([, expression]) => expression.test(words))?.[0]);
    return known.get(words);
  };
}

function grammarOf({ number, cardinal, ordinal, numbers, ordinals, frames, ...rest }: FigureGrammar): Grammar {
  const wordsOfOrdinal = valuesBy(ordinals);
  const made = new Map<string, RegExp>();
  const placed = frames.map((frame, index): Frame => ({ ...frame, index }));
  return {
    ...rest,
    cardinal: new RegExp(cardinal, 'gv'),
    ordinal: ordinal === undefined ? undefined : new RegExp(ordinal, 'gv'),
    valueOfWords: valuesBy(numbers),
    valueOfOrdinal: (text) => {
      const figure = new RegExp(`${DIGIT}+|${HAN_NUMBER}`, 'v').exec(text)?.[0];
      return figure === undefined ? wordsOfOrdinal(text) : numberIn(figure);
    },
    frames: placed.filter((frame) => !frame.ordinal),
    ordinalFrames: placed.filter((frame) => frame.ordinal),
    find: (source, text) => {
      if (source === undefined) return undefined;
      let expression = made.get(source);
      if (!expression) {
        let numbers = 0;
        // Looked ahead for and then passed over, a number is tried once, and what follows is compiled once.
        expression = new RegExp(
          source.replaceAll('<#>', () => `(?:(?=(${number}))\\${++numbers})`),
          'v',
        );
        made.set(source, expression);
      }
      return expression.exec(text);
    },
  };
}

const VOTES: ReadonlySet<FigureKind> = new Set(['votes-for', 'votes-against', 'abstentions']);

/** What of the words around a number may belong to its sentence, in folded text. */
function sentenceOf(prefix: string, suffix: string): string {
  return `${prefix.split(/[.!?。؟] |[。！？]/u).at(-1)} ${suffix.split(/[.!?。؟] |[。！？]/u)[0]}`;
}

/** A figure in folded text. */
interface Read {
  kind: FigureKind;
  bound: Bound;
  start: number;
  end: number;
}

/**
 * The frames whose words may begin at the end of a text, read back, or at its start.
 * @param text folded; a space between it and the number may be its last or first
 */
function framesAt({ automaton, ends }: Openings, text: string, direction: 1 | -1): ReadonlySet<number> {
  const frames = new Set<number>();
  let at = direction === 1 ? 0 : text.length - 1;
  if (text.charCodeAt(at) === SPACE) at += direction;
  for (let state: number = FIRST; ; at += direction) {
    const end = endAt(automaton, state);
    if (end !== NOWHERE) for (const frame of ends[end] ?? []) frames.add(frame);
    if (at < 0 || at >= text.length) return frames;
    const unit = text.charCodeAt(at);
    state = advance(automaton, state, unit, unit);
    if (state === NOWHERE) return frames;
  }
}

/** Reads what stands around a number, in folded text. */
function readAround(
  grammar: Grammar,
  frames: readonly Frame[],
  text: string,
  start: number,
  end: number,
): Read | undefined {
  const { find } = grammar;
  const isOrdinal = frames === grammar.ordinalFrames;
  const suffix = text.slice(end, end + LOOK_AROUND);
  const from = Math.max(0, start - LOOK_AROUND);
  let prefix = text.slice(from, start);
  if (end - start === 3 && LONGER_NUMBER.test(prefix)) return undefined;
  let bound: Bound = 'exact';
  let first = start;
  const skip = (words: string | undefined) => {
    const found = find(words, prefix);
    if (!found) return false;
    prefix = prefix.slice(0, found.index);
    return true;
  };
  if (!isOrdinal) {
    skip(grammar.filler);
    for (const { bound: qualified, before } of grammar.qualifiers) {
      if (bound !== 'exact' || !skip(before)) continue;
      bound = qualified;
      first = from + prefix.length;
    }
    skip(grammar.filler);
    if (find(grammar.notAfter, prefix)) return undefined;
  }
  const [openAhead, openBehind] = [framesAt(grammar.ahead, prefix, -1), framesAt(grammar.behind, suffix, 1)];
  let read: Read | undefined;
  for (const frame of frames) {
    if ((frame.before ?? frame.lead) !== undefined && !openAhead.has(frame.index)) continue;
    if ((frame.after ?? frame.trail) !== undefined && !openBehind.has(frame.index)) continue;
    // What was read as ratified may have been signed, by a nearer verb: "72 have signed and three have ratified".
    if (read && !(read.kind === 'ratifications' && frame.kind === 'signatories')) continue;
    const before = find(frame.before, prefix);
    if (frame.before && !before) continue;
    const tail = find(frame.after, suffix);
    if (frame.after && !tail) continue;
    const [ahead, behind] = [before ? prefix.slice(0, before.index) : prefix, suffix.slice(tail?.[0].length ?? 0)];
    if (frame.lead && !find(frame.lead, ahead)) continue;
    if (frame.trail && !find(frame.trail, behind)) continue;
    if (frame.given && !find(frame.given, ahead)) continue;
    if (find(frame.notAfter, ahead) || find(frame.notBefore, behind)) continue;
    const [span, found] = [(before?.[0] ?? '') + (tail?.[0] ?? ''), tail?.[0] ?? ''];
    if (find(grammar.notWithin, span) || (before && find(grammar.notLeading, ahead))) continue;
    if (VOTES.has(frame.kind) && find(grammar.otherVotes, sentenceOf(prefix, suffix))) continue;
    if (find(grammar.otherObjectWithin, span)) continue;
    if (find(grammar.otherObjectBehind, behind) || (before && find(grammar.otherObjectAhead, ahead))) continue;
    const after = grammar.qualifiers.find((qualifier) => find(qualifier.after, found))?.bound;
    const fits = {
      kind: frame.kind,
      bound: bound === 'exact' ? (after ?? bound) : bound,
      start: before ? from + before.index : first,
      end: end + found.replace(/[ ,、-]+$/u, '').length,
    };
    if (!read || (fits.start >= read.start && fits.end < read.end)) read = fits;
  }
  return read;
}

/** Reads figures. */
export interface FigureReader {
  /**
   * The figures of a text, in its order; none overlap.
   * @param languages primary subtags of the languages whose words count, the text's own first
   */
  read(text: string, languages: ReadonlySet<string>): Figure[];
}

/** Makes a reader from the grammar of each language. */
export function createFigureReader(given: Readonly<Record<string, FigureGrammar>>): FigureReader {
  const grammars = new Map<string, Grammar>();

  function grammarFor(language: string): Grammar | undefined {
    const own = Object.hasOwn(given, language) ? given[language] : undefined;
    if (!own) return undefined;
    const grammar = grammars.get(language) ?? grammarOf(own);
    grammars.set(language, grammar);
    return grammar;
  }

  return {
    read(text, languages) {
      const figures: Figure[] = [];
      const folded = foldWithOffsets(text);
      /** Where the text gives the days that pass between the last ratification needed and the entry into force. */
      const waits: number[] = [];
      for (const language of languages) {
        const grammar = grammarFor(language);
        if (!grammar) continue;
        const take = (value: number | undefined, frames: readonly Frame[], from: number, to: number) => {
          if (value === undefined || value < 1 || value > MOST_STATES) return;
          const read = readAround(grammar, frames, folded.text, from, to);
          if (!read) return;
          const start = folded.start(read.start);
          const end = withMarks(text, folded.end(read.end));
          const [first, last] = sentenceAround(text, folded.start(from), folded.end(to));
          if (start < first || end > last) return;
          figures.push({ kind: read.kind, value, bound: read.bound, start, end, at: folded.start(from) });
        };
        for (const { 0: number, index } of grammar.ordinal ? folded.text.matchAll(grammar.ordinal) : []) {
          take(grammar.valueOfOrdinal(number), grammar.ordinalFrames, index, index + number.length);
        }
        for (const { 0: number, index } of folded.text.matchAll(grammar.cardinal)) {
          const value = numberIn(number) ?? grammar.valueOfWords(number);
          if (value === DAYS_OF_WAIT) waits.push(folded.start(index));
          take(value, grammar.frames, index, index + number.length);
        }
      }
      for (const figure of figures) {
        const { kind, start, end } = figure;
        const [first] = sentenceAround(text, start, end);
        const waitsForIt = (at: number) =>
          (at >= Math.max(first, start - WAIT_REACH) && at < start) || (at >= end && at <= end + WAIT_TOUCH);
        if (kind === 'ratifications' && waits.some(waitsForIt)) figure.kind = 'needed';
      }
      return withoutOverlaps(figures).filter((figure, _, all) => isAssemblys(figure, text, all));
    },
  };
}

/** The offset behind the combining marks at an offset: they are not seen in folded text, and belong to the letter. */
function withMarks(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && isMark(text.charCodeAt(end))) end++;
  return end;
}

/**
 * Whether a figure, if it is one of a vote, is of an assembly of states: courts, boards and panels vote by fewer, and who
 * was against is told beside who was in favour.
 */
function isAssemblys({ kind, value, start, end }: Figure, text: string, all: readonly Figure[]): boolean {
  if (kind === 'votes-for') return value >= FEWEST_VOTES;
  if (!VOTES.has(kind)) return true;
  const [first, last] = sentenceAround(text, start, end);
  return all.some(
    (other) => other.kind === 'votes-for' && other.value >= FEWEST_VOTES && other.start >= first && other.end <= last,
  );
}

/** Of figures that overlap the one that begins first, and of those that begin together the one read first. */
function withoutOverlaps(figures: readonly Figure[]): Figure[] {
  const kept: Figure[] = [];
  for (const figure of figures.toSorted((one, other) => one.start - other.start)) {
    if (figure.start >= (kept.at(-1)?.end ?? 0)) kept.push(figure);
  }
  return kept;
}

/**
 * How far an instrument stands from a figure, in UTF-16 units; the end of a clause between them is worth some, and more
 * behind the figure, where another clause begins: "the Budapest Convention, which 81 have ratified, the new treaty".
 */
function distance({ start, end }: Figure, text: string, mention: Stretch): number {
  const isBehind = mention.start >= end;
  const between = isBehind ? text.slice(end, mention.start) : text.slice(mention.end, start);
  const marks = between.match(CLAUSE_MARKS)?.length ?? 0;
  return between.length + CLAUSE_COST * (isBehind && marks > 0 ? marks + 1 : marks);
}

/**
 * Whether a figure is the treaty's: whether the nearest instrument named in its sentence is; where that names none, in
 * the sentence before; where that names none either, whether the text names the treaty and no other instrument.
 * @param text the block that the figure was read from
 * @param treatyMentions the treaty's mentions in that block, "the treaty" among them
 * @param otherInstruments the names of other instruments in it
 */
export function nearTreaty(
  figure: Figure,
  text: string,
  treatyMentions: readonly Stretch[],
  otherInstruments: readonly Stretch[],
): boolean {
  /** Undefined where a stretch names no instrument. */
  const isNearestIn = (from: number, to: number): boolean | undefined => {
    const nearest = (mentions: readonly Stretch[]) =>
      Math.min(
        ...mentions
          .filter(({ start, end }) => start < to && end > from)
          .map((mention) => distance(figure, text, mention)),
      );
    const [ours, others] = [nearest(treatyMentions), nearest(otherInstruments)];
    return Math.min(ours, others) === Number.POSITIVE_INFINITY ? undefined : ours < others;
  };
  const [sentence, sentenceEnd] = sentenceAround(text, figure.start, figure.end);
  const here = isNearestIn(sentence, sentenceEnd);
  if (here !== undefined) return here;
  if (sentence > 0) {
    const [before] = sentenceAround(text, sentence - 1, sentence - 1);
    const there = isNearestIn(before, sentence);
    if (there !== undefined) return there;
  }
  return treatyMentions.length > 0 && otherInstruments.length === 0;
}
