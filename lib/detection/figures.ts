/**
 * Figures of a treaty's life: how many have signed or ratified it, how many must, how many voted. "72 states have
 * signed", "after the fortieth ratification", "adopted by 79 votes to 60". Which treaty they are of is told by
 * `nearTreaty`, from the instruments named around.
 */
import type { FigureFrame, FigureKind, FigureWords } from '../dataset/figure-schema.ts';
import { foldWithOffsets } from './fold.ts';
import { DIGIT, HAN_NUMBER, numberIn } from './numerals.ts';
import { sentenceAround } from './sentences.ts';
import { BORDER, sourceOfPattern } from './surroundings.ts';

export type Bound = 'exact' | 'at-least' | 'about' | 'at-most';

/** A figure that a text gives. Offsets are UTF-16 units into the text, and cut all words that tell the figure. */
export interface Figure {
  kind: FigureKind;
  value: number;
  bound: Bound;
  start: number;
  end: number;
}

/** A stretch of a text, in UTF-16 offsets. */
export interface Stretch {
  start: number;
  end: number;
}

/** There are so many states, with observers and unions, that none can have more: 193 members of the UN and a few. */
const MOST_STATES = 200;
/** How far, in UTF-16 units of folded text, the words beside a number are looked at. */
const LOOK_AROUND = 160;
/** How far ahead in the same clause a word like "once" still governs a number. */
const GIVEN_REACH = 50;
const BOUNDS = ['at-least', 'about', 'at-most'] as const;

/** What patterns may hold in every language; each is bounded, so that no text makes an expression slow. */
const COMMON: Readonly<Record<string, string>> = {
  words: `(?: ["'\\(]?[\\p{L}'\\-]+["\\)]?){0,6}?`,
  signs: '[\\p{L}\\p{N}"·]{0,20}?',
  aside: '[^.;:!?。；：！？؛؟]{0,80}?',
};
/** Signs beside digits that make them money, a part of a longer number, a code or a reference. */
const NOT_BEHIND = `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}_$€£¥№#\\/.]|${DIGIT}|${DIGIT}[,:٬٫]|\\p{L}-)`;
const NOT_AHEAD = `(?!${DIGIT}|[.,:٬٫]${DIGIT}| ?[%٪$€£¥]|\\/)`;
/** A group of digits before one of three makes a longer number: "1 072". */
const LONGER_NUMBER = new RegExp(`${DIGIT} $`, 'v');
/** One word does not run on: digits are no longer number with letters behind, but for signs of other scripts. */
const NO_LETTER = '(?![\\p{Script=Latin}\\p{Script=Cyrillic}])';
/** A clause ends here; what stands beyond is farther than letters tell. */
const CLAUSE_MARKS = /[,;:()،؛，；：（）、—–]/gu;
/** So many UTF-16 units is the end of a clause worth when instruments are compared by how near they stand. */
const CLAUSE_COST = 25;

interface CompiledFrame {
  kind: FigureKind;
  lead: RegExp | undefined;
  before: RegExp | undefined;
  after: RegExp | undefined;
  trail: RegExp | undefined;
  given: RegExp | undefined;
  notAfter: RegExp | undefined;
  notBefore: RegExp | undefined;
}

interface Grammar {
  cardinal: RegExp;
  ordinal: RegExp | undefined;
  valueOfWords(words: string): number | undefined;
  valueOfOrdinal(words: string): number | undefined;
  frames: CompiledFrame[];
  ordinalFrames: CompiledFrame[];
  qualifiers: { bound: Bound; before: RegExp | undefined; after: RegExp | undefined }[];
  filler: RegExp | undefined;
  notAfter: RegExp | undefined;
  otherObjectBehind: RegExp | undefined;
  otherObjectAhead: RegExp | undefined;
  notWithin: RegExp | undefined;
  /** A word of `notWithin` right before a figure that begins with its verb. */
  notLeading: RegExp | undefined;
  otherObjectWithin: RegExp | undefined;
  otherVotes: RegExp | undefined;
}

const orUndefined = (source: string, wrap: (any: string) => string) =>
  source === '' ? undefined : new RegExp(wrap(`(?:${source})`), 'v');

/** Tells the value of number words, each spelling once. */
function valuesBy(numbers: Readonly<Record<string, string>>, expand: (pattern: string) => string) {
  const expressions = Object.entries(numbers).map(([value, pattern]): [number, RegExp] => [
    Number(value),
    new RegExp(`^(?:${expand(pattern)})$`, 'v'),
  ]);
  const known = new Map<string, number | undefined>();
  return (words: string) => {
    if (!known.has(words)) known.set(words, expressions.find(([, expression]) => expression.test(words))?.[0]);
    return known.get(words);
  };
}

/** Choices between number words; the longest first, for "seventy" begins "seventy-two". */
function anyNumber(numbers: Readonly<Record<string, string>>): string {
  return Object.values(numbers)
    .map(sourceOfPattern)
    .toSorted((one, other) => other.length - one.length)
    .join('|');
}

function grammarOf(given: FigureWords): Grammar {
  const words = anyNumber(given.numbers);
  const spelt = words === '' ? '' : `|${BORDER}(?:${words})${BORDER}`;
  const classes: Record<string, string> = {
    ...COMMON,
    '#': `(?:${DIGIT}{1,3}|${HAN_NUMBER}${words === '' ? '' : `|(?:${words})`})`,
  };
  const expand = (pattern: string) =>
    sourceOfPattern(pattern).replace(/<([a-z#]+)>/g, (whole, name: string) => classes[name] ?? whole);
  const anyOf = (patterns: readonly string[] = []) => patterns.map(expand).join('|');
  for (const [name, patterns] of Object.entries(given.words)) classes[name] = `(?:${anyOf(patterns)})`;

  const behind = (any: string) => `^ ?${any}${BORDER}`;
  const ahead = (any: string) => `${BORDER}${any} ?$`;
  const amid = (any: string) => `${BORDER}${any}${BORDER}`;
  const compile = (frame: FigureFrame): CompiledFrame => ({
    kind: frame.kind,
    lead: orUndefined(anyOf(frame.lead), ahead),
    before: orUndefined(anyOf(frame.before), ahead),
    after: orUndefined(anyOf(frame.after), behind),
    trail: orUndefined(anyOf(frame.trail), behind),
    given: orUndefined(
      anyOf(frame.given),
      (any) => `${BORDER}${any}${BORDER}[^.,;!?،。，、；0-9٠-٩۰-۹]{0,${GIVEN_REACH}}$`,
    ),
    notAfter: orUndefined(anyOf(frame.notAfter), ahead),
    notBefore: orUndefined(anyOf(frame.notBefore), behind),
  });

  const { before: markBefore, after: markAfter } = given.ordinalMarks;
  const ordinalForms = [
    ...(markBefore.length > 0 ? [`(?:${anyOf(markBefore)}) ?(?:${DIGIT}{1,3}${NOT_AHEAD}|${HAN_NUMBER})`] : []),
    ...(markAfter.length > 0 ? [`${NOT_BEHIND}${DIGIT}{1,3}(?:${anyOf(markAfter)})${BORDER}`] : []),
    ...(Object.keys(given.ordinals).length > 0 ? [`${BORDER}(?:${anyNumber(given.ordinals)})${BORDER}`] : []),
  ];
  const wordsOfOrdinal = valuesBy(given.ordinals, expand);
  const fourWords = `(?: ?["'\\(]?[\\p{L}'\\-]+){0,4}? ?["']?`;
  return {
    cardinal: new RegExp(
      `${NOT_BEHIND}(?:${DIGIT}{1,3}${NOT_AHEAD}${NO_LETTER}${spelt}|(?<![第百千万萬亿億])${HAN_NUMBER})`,
      'gv',
    ),
    ordinal: ordinalForms.length > 0 ? new RegExp(ordinalForms.join('|'), 'gv') : undefined,
    valueOfWords: valuesBy(given.numbers, expand),
    valueOfOrdinal: (text) => {
      const figure = new RegExp(`${DIGIT}+|${HAN_NUMBER}`, 'v').exec(text)?.[0];
      return figure === undefined ? wordsOfOrdinal(text) : numberIn(figure);
    },
    frames: given.frames.filter(({ ordinal }) => !ordinal).map(compile),
    ordinalFrames: given.frames.filter(({ ordinal }) => ordinal).map(compile),
    qualifiers: BOUNDS.map((bound) => ({
      bound,
      before: orUndefined(anyOf(given.qualifiers[bound].before), ahead),
      after: orUndefined(anyOf(given.qualifiers[bound].after), amid),
    })),
    filler: orUndefined(anyOf(given.fillers), ahead),
    notAfter: orUndefined(anyOf(given.notAfter), ahead),
    otherObjectBehind: orUndefined(anyOf(given.otherObjects), (any) => `^${fourWords}${BORDER}${any}${BORDER}`),
    otherObjectAhead: orUndefined(anyOf(given.otherObjects), (any) => `${BORDER}${any}${BORDER}[, ]*${fourWords}$`),
    notWithin: orUndefined(anyOf(given.notWithin), amid),
    notLeading: orUndefined(anyOf(given.notWithin), ahead),
    otherObjectWithin: orUndefined(anyOf(given.otherObjects), amid),
    otherVotes: orUndefined(anyOf(given.otherVotes), amid),
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

/** Reads what stands around a number, in folded text. */
function readAround(
  grammar: Grammar,
  frames: readonly CompiledFrame[],
  text: string,
  start: number,
  end: number,
): Read | undefined {
  const isOrdinal = frames === grammar.ordinalFrames;
  const suffix = text.slice(end, end + LOOK_AROUND);
  const from = Math.max(0, start - LOOK_AROUND);
  let prefix = text.slice(from, start);
  if (end - start === 3 && LONGER_NUMBER.test(prefix)) return undefined;
  let bound: Bound = 'exact';
  let first = start;
  const skip = (words: RegExp | undefined) => {
    const found = words?.exec(prefix);
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
    if (grammar.notAfter?.test(prefix)) return undefined;
  }
  for (const frame of frames) {
    const before = frame.before?.exec(prefix);
    if (frame.before && !before) continue;
    const tail = frame.after?.exec(suffix);
    if (frame.after && !tail) continue;
    const [ahead, behind] = [before ? prefix.slice(0, before.index) : prefix, suffix.slice(tail?.[0].length ?? 0)];
    if (frame.lead && !frame.lead.test(ahead)) continue;
    if (frame.trail && !frame.trail.test(behind)) continue;
    if (frame.given && !frame.given.test(ahead)) continue;
    if (frame.notAfter?.test(ahead) || frame.notBefore?.test(behind)) continue;
    const [span, found] = [(before?.[0] ?? '') + (tail?.[0] ?? ''), tail?.[0] ?? ''];
    if (grammar.notWithin?.test(span) || (before && grammar.notLeading?.test(ahead))) continue;
    if (VOTES.has(frame.kind) && grammar.otherVotes?.test(sentenceOf(prefix, suffix))) continue;
    if (grammar.otherObjectWithin?.test(span)) continue;
    if (grammar.otherObjectBehind?.test(behind) || (before && grammar.otherObjectAhead?.test(ahead))) continue;
    const after = grammar.qualifiers.find((qualifier) => qualifier.after?.test(found))?.bound;
    return {
      kind: frame.kind,
      bound: bound === 'exact' ? (after ?? bound) : bound,
      start: before ? from + before.index : first,
      end: end + found.replace(/[ ,、-]+$/u, '').length,
    };
  }
  return undefined;
}

/** Reads figures. */
export interface FigureReader {
  /**
   * The figures of a text, in its order; none overlap.
   * @param languages primary subtags of the languages whose words count, the text's own first
   */
  read(text: string, languages: ReadonlySet<string>): Figure[];
}

/** Makes a reader from the words of each language. */
export function createFigureReader(words: Readonly<Record<string, FigureWords>>): FigureReader {
  const grammars = new Map<string, Grammar>();

  function grammarFor(language: string): Grammar | undefined {
    const given = Object.hasOwn(words, language) ? words[language] : undefined;
    if (!given) return undefined;
    const grammar = grammars.get(language) ?? grammarOf(given);
    grammars.set(language, grammar);
    return grammar;
  }

  return {
    read(text, languages) {
      const figures: Figure[] = [];
      const folded = foldWithOffsets(text);
      for (const language of languages) {
        const grammar = grammarFor(language);
        if (!grammar) continue;
        const take = (value: number | undefined, frames: readonly CompiledFrame[], from: number, to: number) => {
          if (value === undefined || value < 1 || value > MOST_STATES) return;
          const read = readAround(grammar, frames, folded.text, from, to);
          if (!read) return;
          const start = folded.start(read.start);
          const end = withMarks(text, folded.end(read.end));
          const [first, last] = sentenceAround(text, folded.start(from), folded.end(to));
          if (start < first || end > last) return;
          figures.push({ kind: read.kind, value, bound: read.bound, start, end });
        };
        for (const { 0: number, index } of grammar.ordinal ? folded.text.matchAll(grammar.ordinal) : []) {
          take(grammar.valueOfOrdinal(number), grammar.ordinalFrames, index, index + number.length);
        }
        for (const { 0: number, index } of folded.text.matchAll(grammar.cardinal)) {
          take(numberIn(number) ?? grammar.valueOfWords(number), grammar.frames, index, index + number.length);
        }
      }
      return withoutOverlaps(figures);
    },
  };
}

/** The offset behind the combining marks at an offset: they are not seen in folded text, and belong to the letter. */
function withMarks(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && /\p{M}/u.test(text.charAt(end))) end++;
  return end;
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
