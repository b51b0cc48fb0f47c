/**
 * The treaty's names as regular expressions, compiled at build time: whether a page names the treaty at all needs no
 * offsets, and is asked before the matcher is wanted.
 */
import { TARGETS } from '../dictionary.ts';
import { foldLightly } from '../fold-lightly.ts';
import type { GateExpressions } from '../names-treaty.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';
import { parsePattern, type Sequence, spellingsOf } from './pattern.ts';

/** Scripts without borders between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const WORD = '[\\p{L}\\p{N}]';

/** An alias pattern as the source of an expression: its braces are groups. */
function sourceOf(pattern: string): string {
  return foldLightly(pattern)
    .replace(/[\\^$.*+?()[\]]/g, '\\$&')
    .replaceAll('{', '(?:')
    .replaceAll('}', ')');
}

/** First letters of what a pattern spells, folded. `mayBeEmpty` tells whether it also spells nothing. */
function firstLetters(sequence: Sequence): { letters: Set<string>; mayBeEmpty: boolean } {
  const letters = new Set<string>();
  for (const part of sequence) {
    const choices = typeof part === 'string' ? [] : part.map(firstLetters);
    if (typeof part === 'string') letters.add(foldLightly(part).charAt(0));
    for (const choice of choices) for (const letter of choice.letters) letters.add(letter);
    if (!choices.some(({ mayBeEmpty }) => mayBeEmpty)) return { letters, mayBeEmpty: false };
  }
  return { letters, mayBeEmpty: true };
}

const inClass = (letters: Iterable<string>) => `[${[...letters].join('').replace(/[\\\]^-]/g, '\\$&')}]`;

/**
 * Names whose words have borders as one expression. Those that begin alike stand together behind their first letters, so
 * that a word costs a look at each group, not at each of several hundred names.
 */
function byFirstLetter(patterns: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const pattern of patterns) {
    const letters = inClass([...firstLetters(parsePattern(pattern)).letters].sort());
    groups.set(letters, [...(groups.get(letters) ?? []), sourceOf(pattern)]);
  }
  const all = inClass(new Set(patterns.flatMap((pattern) => [...firstLetters(parsePattern(pattern)).letters])));
  const names = [...groups].map(([letters, sources]) => `(?=${letters})(?:${sources.join('|')})`);
  return `(?=${all})(?<!${WORD})(?:${names.join('|')})(?!${WORD})`;
}

function anyOf(patterns: readonly string[]): string {
  const spaced = patterns.filter((pattern) => !UNSPACED.test(pattern));
  const unspaced = patterns.filter((pattern) => UNSPACED.test(pattern)).map(sourceOf);
  // An empty list matches nothing.
  return [spaced.length > 0 ? byFirstLetter(spaced) : '(?!)', ...unspaced].join('|');
}

/** Compiles the lexicon's names of the treaty for the gate. */
export function compileGate({ names, instruments }: Lexicon): GateExpressions {
  const entries = Object.values(names).flat();
  const patternsOf = (wanted: (entry: LexiconEntry) => boolean) => [
    ...new Set(entries.filter(wanted).map(([, , pattern]) => pattern)),
  ];
  const distinctive = anyOf(patternsOf(([target, strength]) => target === 'treaty' && strength === 'distinctive'));
  const contextual = anyOf(patternsOf(([target, strength]) => target === 'treaty' && strength === 'contextual'));
  const others = new Set<string>([TARGETS.blocked, TARGETS.otherInstrument, ...instruments]);
  // A name that is another's only under conditions proves nothing here.
  const another = patternsOf(([target, , , surroundings]) => others.has(target) && !surroundings);
  const thatHold = (ours: string) => {
    const expression = new RegExp(ours, 'u');
    return anyOf(another.filter((pattern) => spellingsOf(pattern).some((name) => expression.test(foldLightly(name)))));
  };
  return {
    distinctive,
    contextual,
    un: anyOf(patternsOf(([target]) => target === TARGETS.cueUn)),
    notDistinctive: thatHold(distinctive),
    notContextual: thatHold(contextual),
  };
}
