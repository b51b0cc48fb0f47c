/**
 * The treaty's names as regular expressions, compiled at build time: whether a page names the treaty at all needs no
 * offsets, and is asked before the matcher is wanted.
 */
import { TARGETS } from './dictionary.ts';
import { foldLightly } from './fold-lightly.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';
import { spellingsOf } from './pattern.ts';

/** Sources of regular expressions over lightly folded text. */
export interface GateExpressions {
  /** Names that are the treaty's wherever they stand. */
  distinctive: string;
  /** Names that are the treaty's beside the United Nations. */
  contextual: string;
  /** The United Nations. */
  un: string;
  /** Longer names that hold one of the treaty's and mean something else. */
  blocked: string;
}

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

function anyOf(patterns: readonly string[]): string {
  const spaced = patterns.filter((pattern) => !UNSPACED.test(pattern)).map(sourceOf);
  const unspaced = patterns.filter((pattern) => UNSPACED.test(pattern)).map(sourceOf);
  // An empty list matches nothing.
  const parts = [spaced.length > 0 ? `(?<!${WORD})(?:${spaced.join('|')})(?!${WORD})` : '(?!)', ...unspaced];
  return parts.join('|');
}

/** Compiles the lexicon's names of the treaty for the gate. */
export function compileGate({ names, instruments }: Lexicon): GateExpressions {
  const entries = Object.values(names).flat();
  const patternsOf = (wanted: (entry: LexiconEntry) => boolean) => [
    ...new Set(entries.filter(wanted).map(([, , pattern]) => pattern)),
  ];
  const distinctive = anyOf(patternsOf(([target, strength]) => target === 'treaty' && strength === 'distinctive'));
  const contextual = anyOf(patternsOf(([target, strength]) => target === 'treaty' && strength === 'contextual'));
  const holdsOurs = new RegExp(`${distinctive}|${contextual}`, 'u');
  const others = new Set<string>([TARGETS.blocked, TARGETS.otherInstrument, ...instruments]);
  // A name that is another's only under conditions proves nothing here.
  const blocked = patternsOf(([target, , , surroundings]) => others.has(target) && !surroundings).filter((pattern) =>
    spellingsOf(pattern).some((name) => holdsOurs.test(foldLightly(name))),
  );
  return {
    distinctive,
    contextual,
    un: anyOf(patternsOf(([target]) => target === TARGETS.cueUn)),
    blocked: anyOf(blocked),
  };
}
