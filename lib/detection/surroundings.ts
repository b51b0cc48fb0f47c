/** The conditions that an alias puts on the words around it. */
import { type Automaton, advance, endAt, FIRST, NOWHERE } from './automaton.ts';
import type { Condition } from './dictionary.ts';
import { expression } from './expression.ts';
import { CharClass, classOf, foldUnit, IGNORED, isLower, offsetBy, SPACE, withoutInvisible } from './fold.ts';

/** How far, in UTF-16 units, the words right beside a name are looked at. */
const LOOK_AROUND = 48;
/** How far on both sides a word still stands near a name. */
const NEAR = 300;
/** Whether two neighbouring units are letters of one word. */
function runsOn(one: number, other: number): boolean {
  return classOf(one) === CharClass.Word && classOf(other) === CharClass.Word;
}

/**
 * Whether a text spells one of some words right at a place, where what follows in the direction of reading does not run
 * on from them. White space at the place, and what a reader does not see, is passed over.
 * @param at UTF-16 offset between the units, from which the text is read on (1) or back (-1)
 */
function spells(words: Automaton, text: string, at: number, direction: 1 | -1, limit?: number): boolean {
  // The index of the unit that an offset stands before, in the direction of reading.
  let index = direction === 1 ? at : at - 1;
  const passOver = (spaces: boolean): number => {
    for (; index >= 0 && index < text.length; index += direction) {
      const code = foldUnit(text.charCodeAt(index));
      if (code !== IGNORED && !(spaces && code === SPACE)) return code;
    }
    return IGNORED;
  };
  let code = passOver(true);
  if (code === IGNORED) return false;
  let state = advance(words, FIRST, code, text.charCodeAt(index), direction);
  // Nearly always it ends here.
  if (state === NOWHERE) return false;
  const end = limit ?? offsetBy(text, at, direction * LOOK_AROUND);
  const isBeyond = () => (direction === 1 ? index >= end : index < end);
  if (isBeyond()) return false;
  while (state !== NOWHERE) {
    const last = text.charCodeAt(index);
    index += direction;
    code = passOver(code === SPACE);
    const isOver = code === IGNORED || isBeyond();
    if (endAt(words, state) !== NOWHERE && (isOver || !runsOn(last, text.charCodeAt(index)))) return true;
    if (isOver) return false;
    state = advance(words, state, code, text.charCodeAt(index), direction);
  }
  return false;
}

/** Whether one of some words stands whole in a stretch of a text. */
function spellsWithin(words: Automaton, text: string, from: number, to: number): boolean {
  let last = -1;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    const code = foldUnit(unit);
    if (code === IGNORED) continue;
    if (code !== SPACE && (last === -1 || !runsOn(last, unit)) && spells(words, text, at, 1, to)) return true;
    last = unit;
  }
  return false;
}

/**
 * Words that English capitalises and that begin no longer name: "On Monday Russia signed", "The Gambia",
 * "Ambassador McCarthy". Written out, for asking `Intl` takes longer than reading a page.
 */
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    'The Mr Ms Mrs Dr President Minister Ambassador Secretary-General Director Chair ' +
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday ' +
    'January February March April May June July August September October November December'
  ).split(' '),
);
/** A capitalised word right before a name, unless it begins a sentence, where a capital tells nothing. */
const capitalisedBefore = expression(String.raw`[\p{L}\p{N},;)][ \u00a0]+(\p{Lu}[\p{L}'’-]*)[ \u00a0]$`, 'u');
const small = expression(String.raw`\p{Ll}`, 'u');
const capitalised = expression(String.raw`^[ \u00a0-]\p{Lu}[\p{Ll}'’]`, 'u');
const longWords = expression(String.raw`\p{L}{4,}`, 'gu');
const capital = expression(String.raw`^\p{Lu}`, 'u');
/** A headline is no longer than so many UTF-16 units, and does not end as a sentence does. */
const LONGEST_HEADLINE = 160;
/** A headline in title case: most of its longer words begin with a capital, whatever they are. */
const TITLE_CASE_SHARE = 0.7;
const FEWEST_WORDS = 4;

/** Whether a text is a headline most of whose words have a capital, so that a capital tells nothing. */
function isTitleCase(text: string): boolean {
  if (text.length > LONGEST_HEADLINE || /[.!?]\s*$|^\s*By\s/.test(text)) return false;
  const words = withoutInvisible(text).match(longWords()) ?? [];
  const capitals = words.filter((word) => capital().test(word)).length;
  return words.length >= FEWEST_WORDS && capitals >= words.length * TITLE_CASE_SHARE;
}

/** Whether a name runs on in a word with a capital: "Jordan Schneider". */
function precedesCapital(text: string, end: number): boolean {
  const next = foldUnit(text.charCodeAt(end));
  if (next !== SPACE && next !== IGNORED) return false;
  const parted = next === SPACE || end >= text.length;
  return parted && capitalised().test(withoutInvisible(text.slice(end, offsetBy(text, end, 3))));
}

/** Whether the word before a place begins with a small letter, as nearly all do. */
function followsSmall(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && foldUnit(text.charCodeAt(at)) === SPACE) at--;
  while (at > 0 && !/[\s,;)]/.test(text.charAt(at - 1))) at--;
  return at >= 0 && isLower(text.charCodeAt(at));
}

function followsCapital(text: string, start: number): boolean {
  if (followsSmall(text, start)) return false;
  const word = capitalisedBefore().exec(withoutInvisible(text.slice(offsetBy(text, start, -LOOK_AROUND), start)))?.[1];
  if (word === undefined || NO_NAMES.has(word)) return false;
  // Where the name shouts too, a word in capitals tells nothing.
  return small().test(word) || small().test(withoutInvisible(text.slice(start, offsetBy(text, start, 2))).charAt(1));
}

/** Tells of a name in a text, by its UTF-16 offsets, whether the words around let it count. */
export type SurroundingsTest = (text: string, start: number, end: number) => boolean;

/** Makes the test of a name's condition. */
export function testOf({ notBefore, butBefore, notAfter, before, after, near, alone }: Condition): SurroundingsTest {
  return (text, start, end) => {
    if ((notBefore || alone) && !(butBefore && spells(butBefore, text, end, 1))) {
      if (notBefore && spells(notBefore, text, end, 1)) return false;
      if (alone && precedesCapital(text, end) && !isTitleCase(text)) return false;
    }
    if (before && !spells(before, text, end, 1)) return false;
    if (alone && followsCapital(text, start) && !isTitleCase(text)) return false;
    if (notAfter && spells(notAfter, text, start, -1)) return false;
    if (after && !spells(after, text, start, -1)) return false;
    return !near || spellsWithin(near, text, offsetBy(text, start, -NEAR), offsetBy(text, end, NEAR));
  };
}
