/**
 * Letters as a reader sees them: one code for every way in which a letter may be typed.
 *
 * Text is never rewritten. The scanner folds one UTF-16 unit at a time while it walks, so an offset is always an offset
 * into the text as it stands.
 */
import { expression } from './expression.ts';

/** Folded code of a unit that a reader does not see or that only dresses the letter before it. */
export const IGNORED = 0;
/** Folded code of any white space. */
export const SPACE = 32;

/**
 * Stands in a block's text for something that is no text, such as a form field or a hidden element. No name runs across
 * it; and as a reader may see nothing there, it ends no word either.
 */
export const GAP = '\ufffc';

/** What a unit is, as far as the borders of names go. */
export const CharClass = {
  Other: 0,
  /** A letter or digit of a script that sets words apart. */
  Word: 1,
  /** Han, Hiragana, Bopomofo: no borders between words. */
  Ideograph: 2,
  /** Katakana: a run of it is a word. */
  Katakana: 3,
  /** Looked through: soft hyphen, zero-width characters, combining marks; what stands for a thing that is no text. */
  Ignored: 4,
} as const;
export type CharClass = (typeof CharClass)[keyof typeof CharClass];

/** Folded codes from here on, beyond all UTF-16 units, stand for a sequence in `expansions` (ß, ligatures). */
export const EXPANDED = 0x10000;
const UNKNOWN = -1;

const expansions: number[][] = [];
const folded = new Int32Array(0x10000).fill(UNKNOWN);
const classes = new Uint8Array(0x10000).fill(255);

/** Letters that Unicode does not decompose, with the spelling that a keyboard without them gives. */
const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  // Arabic script: letters that one language writes with the neighbour's sign, and carriers of hamza.
  ی: 'ي',
  ى: 'ي',
  ک: 'ك',
  ۀ: 'ه',
  ة: 'ه',
  ٱ: 'ا',
};

const DASHES = /[‐-―⁃−﹘﹣－]/;
const APOSTROPHES = /[‘’‛ʼʹ′`´＇]/;
/** Between the parts of a foreign name in Chinese and Japanese. */
const MIDDLE_DOTS = /[‧•∙⋅･・·]/;
const QUOTES = /[“”„‟«»″＂]/;
const invisible = expression(String.raw`[\p{Cf}\p{Mn}\p{Me}\p{Cc}ـ]`, 'u');
const katakana = expression(String.raw`[\p{Script=Katakana}ー]`, 'u');
const ideograph = expression(String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Bopomofo}々]`, 'u');
const inWords = expression(String.raw`[\p{L}\p{N}_]`, 'u');
/** Signs that a reader does not see, such as soft hyphens. */
const format = expression(String.raw`\p{Cf}`, 'gu');

/** A letter or a digit of any script. */
export const letter = expression(String.raw`[\p{L}\p{N}]`, 'u');

function foldAnew(unit: number): number {
  const char = String.fromCharCode(unit);
  if (char !== '\ufeff' && /\s/.test(char)) return SPACE;
  if (invisible().test(char)) return IGNORED;
  if (DASHES.test(char)) return 45;
  if (APOSTROPHES.test(char)) return 39;
  if (QUOTES.test(char)) return 34;
  if (MIDDLE_DOTS.test(char)) return 183;
  let letters = '';
  for (const part of char.normalize('NFKD').toLowerCase()) {
    if (!invisible().test(part)) letters += SPELT[part] ?? part;
  }
  if (letters.length <= 1) return letters === '' ? IGNORED : letters.charCodeAt(0);
  expansions.push(Array.from(letters, (letter) => letter.charCodeAt(0)));
  return EXPANDED + expansions.length - 1;
}

/**
 * The folded code of a UTF-16 unit: no case, no diacritics, one dash, one apostrophe, one space.
 * @returns `IGNORED`, `SPACE`, a UTF-16 unit, or a code for which `expansionOf` gives the sequence
 */
export function foldUnit(unit: number): number {
  const known = folded[unit] as number;
  if (known !== UNKNOWN) return known;
  const code = foldAnew(unit);
  folded[unit] = code;
  return code;
}

/** The units that a folded code stands for when it is more than one letter (ß gives "ss"); undefined for others. */
export function expansionOf(code: number): readonly number[] | undefined {
  return code >= EXPANDED ? expansions[code - EXPANDED] : undefined;
}

/** A test of UTF-16 units that asks an expression once of each. */
function remembering(asked: () => RegExp): (unit: number) => boolean {
  const [yes, no] = [1, 2];
  const known = new Uint8Array(0x10000);
  return (unit) => {
    known[unit] ||= asked().test(String.fromCharCode(unit)) ? yes : no;
    return known[unit] === yes;
  };
}

/** Whether a UTF-16 unit is a small letter. */
export const isLower = remembering(expression(String.raw`\p{Ll}`, 'u'));
/** Whether a UTF-16 unit is a mark that dresses the letter before it. */
export const isMark = remembering(expression(String.raw`\p{M}`, 'u'));

/** The class of a UTF-16 unit; halves of surrogate pairs are `Other`, so an emoji ends a word. */
export function classOf(unit: number): CharClass {
  const known = classes[unit] as CharClass | 255;
  if (known !== 255) return known;
  const char = String.fromCharCode(unit);
  let charClass: CharClass = CharClass.Other;
  if (foldUnit(unit) === IGNORED || char === GAP) charClass = CharClass.Ignored;
  else if (katakana().test(char)) charClass = CharClass.Katakana;
  else if (ideograph().test(char)) charClass = CharClass.Ideograph;
  else if (inWords().test(char)) charClass = CharClass.Word;
  classes[unit] = charClass;
  return charClass;
}

/** Letters and digits beyond the 16-bit range, and what is not seen there; ideographs part no words. */
const joining = expression(String.raw`[[\p{L}\p{M}\p{N}\p{Cf}]--\p{Script=Han}]`, 'v');

/**
 * Whether the character at an offset takes two units and joins what stands beside it into one word, as a letter of an
 * unusual alphabet does (Niger𝗂𝖺). An emoji does not.
 */
export function joinsAsPair(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return code > 0xffff && joining().test(String.fromCodePoint(code));
}

/** Whether a word of a script that sets words apart runs on at an offset: it has letters on both sides. */
export function runsOnAt(text: string, at: number): boolean {
  if (at <= 0 || classOf(text.charCodeAt(at)) !== CharClass.Word) return false;
  return classOf(text.charCodeAt(at - 1)) === CharClass.Word || joinsAsPair(text, at - 2);
}

/**
 * A text as far as its letters are shown in the order in which they are written: from an explicit override of the
 * direction on (U+202D, U+202E) it holds gaps, so that offsets stay. "Russia" is seen as "aissuR" behind one.
 */
export function withoutOverridden(text: string): string {
  const at = text.search(/[\u202d\u202e]/);
  return at === -1 ? text : text.slice(0, at) + GAP.repeat(text.length - at);
}

/** A text without the format characters that a reader does not see, such as soft hyphens; for rules that need no offsets. */
export function withoutInvisible(text: string): string {
  return text.replace(format(), '');
}

/**
 * The offset so many units before an offset (negative) or behind it, where units that a reader does not see are not
 * counted; the text's start or end when it has no more.
 */
export function offsetBy(text: string, from: number, units: number): number {
  const step = units < 0 ? -1 : 1;
  let at = from;
  for (let left = Math.abs(units); left > 0; at += step) {
    const next = step < 0 ? at - 1 : at;
    if (next < 0 || next >= text.length) break;
    if (foldUnit(text.charCodeAt(next)) !== IGNORED) left--;
  }
  return at;
}

/** A text folded, with the way back to its offsets. */
export interface FoldedText {
  text: string;
  /** The UTF-16 offset in the text given of the unit at an index of the folded one; its length behind the end. */
  start(index: number): number;
  /** The offset behind the last unit before an index of the folded text. */
  end(index: number): number;
}

/** What is folded to small letters and nothing else: printable ASCII in which no white space runs on or stands first. */
const PLAIN = /^(?! )(?:[!-~]| (?! ))*$/;

/** As `fold`, with the way back: for rules that look at whole phrases. */
export function foldWithOffsets(given: string): FoldedText {
  if (PLAIN.test(given)) {
    return { text: given.toLowerCase(), start: (index) => Math.min(index, given.length), end: (index) => index };
  }
  const offsets: number[] = [];
  let text = '';
  let inSpace = true;
  for (let at = 0; at < given.length; at++) {
    const code = foldUnit(given.charCodeAt(at));
    if (code === IGNORED || (code === SPACE && inSpace)) continue;
    inSpace = code === SPACE;
    const sequence = expansionOf(code);
    if (sequence) for (let unit = 1; unit < sequence.length; unit++) offsets.push(at);
    text += sequence ? String.fromCharCode(...sequence) : String.fromCharCode(code);
    offsets.push(at);
  }
  return {
    text,
    start: (index) => offsets[index] ?? given.length,
    end: (index) => (index > 0 ? (offsets[index - 1] ?? given.length - 1) + 1 : 0),
  };
}

/**
 * The folded form of a whole string, as the scanner sees it: runs of white space are one space, none at the ends.
 * @param text any string, lone surrogates included
 */
export function fold(text: string): string {
  let out = '';
  let inSpace = true;
  for (let at = 0; at < text.length; at++) {
    const code = foldUnit(text.charCodeAt(at));
    if (code === IGNORED || (code === SPACE && inSpace)) continue;
    inSpace = code === SPACE;
    const sequence = expansionOf(code);
    out += sequence ? String.fromCharCode(...sequence) : String.fromCharCode(code);
  }
  return out.trimEnd();
}
