/** The conditions that an alias puts on the words around it. */
import type { Surroundings } from './dictionary.ts';
import { fold, foldUnit, offsetBy, SPACE, withoutInvisible } from './fold.ts';

/** How far, in UTF-16 units, the words right beside a name are looked at. */
const LOOK_AROUND = 48;
/** How far on both sides a word still stands near a name. */
const NEAR = 300;
/** Signs that part nothing from what stands beside them in scripts without spaces. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const WORD = `[[\\p{L}\\p{N}_]--[${UNSPACED}]]`;
/** Source of an expression for where one word does not run on into the next; for the `v` flag. */
export const BORDER = `(?:(?<!${WORD})|(?!${WORD}))`;

/** An alias pattern as the source of an expression over folded text, for the `v` flag. */
export function sourceOfPattern(pattern: string): string {
  let depth = 0;
  return pattern
    .split(/([{}|])/)
    .map((part) => {
      if (part === '{') {
        depth++;
        return '(?:';
      }
      if (part === '}') {
        depth--;
        return ')';
      }
      if (part === '|') return depth > 0 ? '|' : '\\|';
      const [head, tail] = [/^\s/.test(part) ? ' ' : '', /\S\s+$/.test(part) ? ' ' : ''];
      return head + fold(part).replace(/[\\^$.*+?()[\]/]/g, '\\$&') + tail;
    })
    .join('');
}

/** An expression made when it is first asked for, of the patterns given; undefined for none. */
function lazily(patterns: readonly string[] | undefined, wrap: (any: string) => string): (() => RegExp) | undefined {
  if (!patterns || patterns.length === 0) return undefined;
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(wrap(`(?:${patterns.map(sourceOfPattern).join('|')})`), 'v');
    return made;
  };
}

const behind = (any: string) => `^${any}${BORDER}`;
const ahead = (any: string) => `${BORDER}${any}$`;
const amid = (any: string) => `${BORDER}${any}${BORDER}`;

/**
 * Words that English capitalises and that begin no longer name: "On Monday Russia signed", "The Gambia",
 * "Ambassador McCarthy". */
const NO_NAMES: ReadonlySet<string> = new Set([
  'The',
  ...['Mr', 'Ms', 'Mrs', 'Dr', 'President', 'Minister', 'Ambassador', 'Secretary-General', 'Director', 'Chair'],
  ...Array.from({ length: 7 }, (_, day) =>
    new Date(Date.UTC(2024, 0, day + 1)).toLocaleString('en', { weekday: 'long', timeZone: 'UTC' }),
  ),
  ...Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2024, month, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' }),
  ),
]);
/** A capitalised word right before a name, unless it begins a sentence, where a capital tells nothing. */
const CAPITALISED_BEFORE = /[\p{L}\p{N},;)][ \u00a0]+(\p{Lu}[\p{L}'’-]*)[ \u00a0]$/u;
const LOWER = /\p{Ll}/u;
const CAPITALISED = /^[ \u00a0-]\p{Lu}[\p{Ll}'’]/u;
/** A headline is no longer than so many UTF-16 units, and does not end as a sentence does. */
const LONGEST_HEADLINE = 160;
/** A headline in title case: most of its longer words begin with a capital, whatever they are. */
const TITLE_CASE_SHARE = 0.7;
const FEWEST_WORDS = 4;

/** Whether a text is a headline most of whose words have a capital, so that a capital tells nothing. */
function isTitleCase(text: string): boolean {
  if (text.length > LONGEST_HEADLINE || /[.!?]\s*$|^\s*By\s/.test(text)) return false;
  const words = withoutInvisible(text).match(/\p{L}{4,}/gu) ?? [];
  const capitalised = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= FEWEST_WORDS && capitalised >= words.length * TITLE_CASE_SHARE;
}

function followsCapital(text: string, start: number): boolean {
  const word = CAPITALISED_BEFORE.exec(withoutInvisible(text.slice(offsetBy(text, start, -LOOK_AROUND), start)))?.[1];
  if (word === undefined || NO_NAMES.has(word)) return false;
  // Where the name shouts too, a word in capitals tells nothing.
  return LOWER.test(word) || LOWER.test(withoutInvisible(text.slice(start, offsetBy(text, start, 2))).charAt(1));
}

/** Tells of a name in a text, by its UTF-16 offsets, whether the words around let it count. */
export type SurroundingsTest = (text: string, start: number, end: number) => boolean;

/** Makes the test of an alias's conditions. */
export function compileSurroundings(given: Surroundings): SurroundingsTest {
  const notBefore = lazily(given.notBefore, behind);
  const butBefore = lazily(given.butBefore, behind);
  const notAfter = lazily(given.notAfter, ahead);
  const before = lazily(given.before, behind);
  const after = lazily(given.after, ahead);
  const near = lazily(given.near, amid);
  const looksBehind = notBefore || before || given.alone;
  const looksAhead = notAfter || after;

  return (text, start, end) => {
    if (looksBehind) {
      const words = fold(text.slice(end, offsetBy(text, end, LOOK_AROUND)));
      const parted = foldUnit(text.charCodeAt(end)) === SPACE || end >= text.length;
      // Folding takes a leading space away; what then stands at the front must still not run on from the name.
      const follows = (test: (() => RegExp) | undefined) => test?.().test(words) ?? false;
      if (!follows(butBefore)) {
        if (follows(notBefore)) return false;
        if (
          given.alone &&
          parted &&
          CAPITALISED.test(withoutInvisible(text.slice(end, offsetBy(text, end, 3)))) &&
          !isTitleCase(text)
        )
          return false;
      }
      if (before && !follows(before)) return false;
    }
    if (given.alone && followsCapital(text, start) && !isTitleCase(text)) return false;
    if (looksAhead) {
      const words = fold(text.slice(offsetBy(text, start, -LOOK_AROUND), start));
      if (notAfter?.().test(words)) return false;
      if (after && !after().test(words)) return false;
    }
    return near?.().test(fold(text.slice(offsetBy(text, start, -NEAR), offsetBy(text, end, NEAR)))) ?? true;
  };
}
