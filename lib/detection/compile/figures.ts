/**
 * Compiles the words of figures to sources of expressions: what reads figures in a page has neither the words nor the
 * rules by which they are spelt out.
 */
import type { FigureFrame, FigureWords } from '../../dataset/figure-schema.ts';
import { BOUNDS } from '../../dataset/terms.ts';
import type { FigureGrammar, FrameGrammar, Openings } from '../figure-grammar.ts';
import { DIGIT, HAN_NUMBER } from '../numerals.ts';
import { sourceOfPattern } from '../pattern-source.ts';
import { compileAutomaton } from './automaton.ts';
import { parsePattern, type Sequence } from './pattern.ts';
import { lettersOf, OPEN_END } from './spelling-graph.ts';

/** How far ahead in the same clause a word like "once" still governs a number. */
const GIVEN_REACH = 50;

/**
 * Signs of folded text that are no letters: white space, marks, and for `UNSPACED` the signs of scripts that do not part
 * words. Letters are told by what they are not: an expression that lists them all takes long to make, and there are many.
 */
const MARKS =
  '\\s\\x21-\\x2f\\x3a-\\x40\\x5b-\\x5e\\x60\\x7b-\\xa9\\xab-\\xb4\\xb6-\\xb9\\xbb-\\xbf\\xd7\\xf7،؛؟٪-٭۔\\u2000-\\u206f\\u20a0-\\u20cf\\u3000-\\u3004\\u3008-\\u3020\\u30fb';
const UNSPACED = '\\u3005-\\u3007\\u3041-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}';
const WORD = `[^${MARKS}${UNSPACED}]`;
const LETTER = `[^\\d_٠-٩۰-۹${MARKS}]`;
/** Where one word does not run on into the next. */
const BORDER = `(?:(?<!${WORD})|(?!${WORD}))`;

/** What patterns may hold in every language; each is bounded, so that no text makes an expression slow. */
const COMMON: Readonly<Record<string, string>> = {
  words: `(?: ["'\\(]?(?:${LETTER}|['\\-])+["\\)]?){0,6}?`,
  signs: '[\\p{L}\\p{N}"·]{0,20}?',
  aside: '[^.;:!?。；：！？؛؟]{0,80}?',
  // Left to the reader: spelt out in every place, the numbers of a language would weigh more than all else.
  '#': '<#>',
};
/** What digits and Han numerals begin and end with. */
const ANY_DIGIT = '0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹一二三四五六七八九十';
/** Where a pattern uses another by its name. */
const PLACE = /<([a-z#]+)>/g;
/** Signs beside digits that make them money, a part of a longer number, a code or a reference. */
const NOT_BEHIND = `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}_$€£¥№#\\/.]|${DIGIT}|${DIGIT}[,:٬٫]|\\p{L}-)`;
const NOT_AHEAD = `(?!${DIGIT}|[.,:٬٫]${DIGIT}| ?[%٪$€£¥]|\\/)`;
/** One word does not run on: digits are no longer number with letters behind, but for signs of other scripts. */
const NO_LETTER = '(?![\\p{Script=Latin}\\p{Script=Cyrillic}])';

/** The source of a pattern in pieces: its letters one by one, and each of its choices whole. */
function piecesOf(sequence: Sequence): string[] {
  return sequence.flatMap((part) =>
    typeof part === 'string'
      ? (sourceOfPattern(part).match(/\\?./gsu) ?? [])
      : [`(?:${part.map((choice) => piecesOf(choice).join('')).join('|')})`],
  );
}

/** The choices of a pattern that is nothing but a choice; else the pattern itself. */
function choicesOf(sequence: Sequence): Sequence[] {
  const [only] = sequence;
  return sequence.length === 1 && only !== undefined && typeof only !== 'string' ? only : [sequence];
}

/** Choices between sources in pieces, in their order, but that what begins alike stands together, its beginning told once. */
function anyOfPieces(sources: readonly (readonly string[])[]): string {
  const goingOn = sources.filter((pieces) => pieces.length > 0);
  if (goingOn.length === 0) return '';
  const choices = Array.from(
    Map.groupBy(goingOn, ([first]) => first),
    ([first, alike]) => first + anyOfPieces(alike.map((pieces) => pieces.slice(1))),
  );
  const [only = ''] = choices;
  if (goingOn.length < sources.length) return `(?:${choices.join('|')})?`;
  return choices.length > 1 ? `(?:${choices.join('|')})` : only;
}

/**
 * Number words as the source of an expression. Told apart letter by letter, for a hundred choices, which many expressions
 * hold several times, take browsers long to make; "seventy-two" counts before "seventy".
 */
function anyNumber(numbers: Readonly<Record<string, string>>): string {
  const sources = Object.values(numbers).flatMap((pattern) => choicesOf(parsePattern(pattern)).map(piecesOf));
  const lengthOf = (pieces: readonly string[]) => pieces.join('').length;
  return anyOfPieces(sources.sort((one, other) => lengthOf(other) - lengthOf(one)));
}

/**
 * Compiles how words beside a number begin, up to what a pattern leaves open.
 * @param patternsOf of each frame
 */
function openingsOf(
  patternsOf: readonly (readonly string[])[],
  { words, numbers }: FigureWords,
  direction: 1 | -1,
): Openings {
  const number = `{${[...ANY_DIGIT, ...Object.values(numbers)].join('|')}}`;
  // Of a number in digits, the one that is read first tells enough.
  const known: Record<string, string> = { '#': direction === 1 ? number + OPEN_END : OPEN_END + number };
  const expand = (pattern: string) => pattern.replace(PLACE, (_, name: string) => known[name] ?? OPEN_END);
  for (const [name, patterns] of Object.entries(words)) known[name] = `{${patterns.map(expand).join('|')}}`;
  const openings = patternsOf.flatMap((patterns, frame) =>
    patterns.map((pattern) => ({ frame, letters: lettersOf(expand(pattern), { direction }) })),
  );
  const { automaton, ends } = compileAutomaton(
    openings.map(({ letters }) => letters),
    false,
  );
  const frameOf = (opening: number) => openings[opening]?.frame ?? 0;
  return { automaton, ends: ends.map((list) => [...new Set(list.map(frameOf))]) };
}

/** Compiles the words of one language. */
export function compileFigureWords(given: FigureWords): FigureGrammar {
  const words = anyNumber(given.numbers);
  const spelt = words === '' ? '' : `|${BORDER}(?:${words})${BORDER}`;
  const classes: Record<string, string> = { ...COMMON };
  const expand = (pattern: string) =>
    sourceOfPattern(pattern).replace(PLACE, (whole, name: string) => classes[name] ?? whole);
  const anyOf = (patterns: readonly string[] = []) => patterns.map(expand).join('|');
  for (const [name, patterns] of Object.entries(given.words)) classes[name] = `(?:${anyOf(patterns)})`;

  const wrapped = (patterns: readonly string[] | undefined, wrap: (any: string) => string) => {
    const any = anyOf(patterns);
    return any === '' ? undefined : wrap(`(?:${any})`);
  };
  const behind = (any: string) => `^ ?${any}${BORDER}`;
  const ahead = (any: string) => `${BORDER}${any} ?$`;
  const amid = (any: string) => `${BORDER}${any}${BORDER}`;
  const compile = ({ kind, ordinal, ...frame }: FigureFrame): FrameGrammar => ({
    kind,
    ordinal,
    lead: wrapped(frame.lead, ahead),
    before: wrapped(frame.before, ahead),
    after: wrapped(frame.after, behind),
    trail: wrapped(frame.trail, behind),
    given: wrapped(frame.given, (any) => `${BORDER}${any}${BORDER}[^.,;!?،。，、；0-9٠-٩۰-۹]{0,${GIVEN_REACH}}$`),
    notAfter: wrapped(frame.notAfter, ahead),
    notBefore: wrapped(frame.notBefore, behind),
  });

  const { before: markBefore, after: markAfter } = given.ordinalMarks;
  const ordinalForms = [
    ...(markBefore.length > 0 ? [`(?:${anyOf(markBefore)}) ?(?:${DIGIT}{1,3}${NOT_AHEAD}|${HAN_NUMBER})`] : []),
    ...(markAfter.length > 0 ? [`${NOT_BEHIND}${DIGIT}{1,3}(?:${anyOf(markAfter)})${BORDER}`] : []),
    ...(Object.keys(given.ordinals).length > 0 ? [`${BORDER}(?:${anyNumber(given.ordinals)})${BORDER}`] : []),
  ];
  const spellings = (numbers: Readonly<Record<string, string>>) =>
    Object.entries(numbers).map(([value, pattern]): [number, string] => [Number(value), `^(?:${expand(pattern)})$`]);
  const fourWords = `(?: ?["'\\(]?(?:${LETTER}|[\\d'\\/\\-])+){0,4}? ?["']?`;
  return {
    number: `(?:${DIGIT}{1,3}|${HAN_NUMBER}${words === '' ? '' : `|(?:${words})`})`,
    cardinal: `${NOT_BEHIND}(?:${DIGIT}{1,3}${NOT_AHEAD}${NO_LETTER}${spelt}|(?<![第百千万萬亿億])${HAN_NUMBER})`,
    ordinal: ordinalForms.length > 0 ? ordinalForms.join('|') : undefined,
    numbers: spellings(given.numbers),
    ordinals: spellings(given.ordinals),
    frames: given.frames.map(compile),
    ahead: openingsOf(
      given.frames.map(({ before, lead }) => before ?? lead ?? []),
      given,
      -1,
    ),
    behind: openingsOf(
      given.frames.map(({ after, trail }) => after ?? trail ?? []),
      given,
      1,
    ),
    qualifiers: BOUNDS.filter((bound) => bound !== 'exact').map((bound) => ({
      bound,
      before: wrapped(given.qualifiers[bound].before, ahead),
      after: wrapped(given.qualifiers[bound].after, amid),
    })),
    filler: wrapped(given.fillers, ahead),
    notAfter: wrapped(given.notAfter, ahead),
    otherObjectBehind: wrapped(given.otherObjects, (any) => `^${fourWords}${BORDER}${any}${BORDER}`),
    otherObjectAhead: wrapped(given.otherObjects, (any) => `${BORDER}${any}${BORDER}[, ]*${fourWords}$`),
    otherObjectWithin: wrapped(given.otherObjects, amid),
    notWithin: wrapped(given.notWithin, amid),
    notLeading: wrapped(given.notWithin, ahead),
    otherVotes: wrapped(given.otherVotes, amid),
  };
}
