/** Finds the dictionary's names in a text, in one pass and without rewriting it. */
import { type Automaton, advance, Case, endAt, FIRST, firstWays, NOWHERE } from './automaton.ts';
import { type Dictionary, type DictionaryName, type NameSet, nameSetsFor, type Strength } from './dictionary.ts';
import { expression } from './expression.ts';
import {
  CharClass,
  classOf,
  EXPANDED,
  foldUnit,
  IGNORED,
  isLower,
  isMark,
  joinsAsPair,
  letter,
  SPACE,
  withoutInvisible,
} from './fold.ts';
import { finish, type Steps } from './steps.ts';
import { type SurroundingsTest, testOf } from './surroundings.ts';

/** Some words of the text that spell a name of the dictionary. Offsets are UTF-16 units into the text given. */
export interface Candidate {
  target: string;
  strength: Strength;
  start: number;
  end: number;
  /** Units that a reader sees of it: soft hyphens and the like do not make a name longer. */
  length: number;
}

/** The index before `at` of the nearest unit that a reader sees, or -1. */
function visibleBefore(text: string, at: number): number {
  let index = at - 1;
  while (index >= 0 && classOf(text.charCodeAt(index)) === CharClass.Ignored) index--;
  return index;
}

/** The index from `at` on of the nearest unit that a reader sees, or the text's length. */
function visibleFrom(text: string, at: number): number {
  let index = at;
  while (index < text.length && classOf(text.charCodeAt(index)) === CharClass.Ignored) index++;
  return index;
}

/** Whether two neighbouring units belong to one word. */
function joins(before: number, after: number): boolean {
  const left = classOf(before);
  return left === classOf(after) && (left === CharClass.Word || left === CharClass.Katakana);
}

/** The word at the end of a text. */
const lastWord = expression(String.raw`\p{L}+$`, 'u');
/** What touches a place before it, ideographs and their punctuation left out. */
const touching = expression(
  String.raw`[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff0f]*$`,
  'u',
);
/** What is no space, no letter and no mark of a sentence. */
const sign = expression(String.raw`[^\s"'“”‘’«»(),;\p{L}]`, 'u');
const ADDRESS_REACH = 80;
const PREFIX_REACH = 24;
const DASH = 45;

/** Whether the words from `start` to `end` stand in a handle or an address (`@hrw`, `https://example.org/russia`). */
function inAddress(text: string, start: number, end: number): boolean {
  const head = touching().exec(text.slice(Math.max(0, start - ADDRESS_REACH), start))?.[0] ?? '';
  const tail = /^\S*/.exec(text.slice(end, end + ADDRESS_REACH))?.[0] ?? '';
  return /[@_\\=&]$|:\/\/|^www\.|\.[a-z]{2,}\//i.test(head) || /^[@_]|^\.[a-z]/.test(tail);
}

/** Whether a name may begin at `start`: not within a word or behind a prefix ("anti-Russia"). */
function beginsCleanly(text: string, start: number): boolean {
  const before = visibleBefore(text, start);
  if (before < 0) return true;
  if (joins(text.charCodeAt(before), text.charCodeAt(start)) || joinsAsPair(text, before - 1)) return false;
  if (foldUnit(text.charCodeAt(before)) === DASH) {
    const prefix = lastWord().exec(text.slice(Math.max(0, before - PREFIX_REACH), before))?.[0];
    return prefix === undefined || !isLower(prefix.charCodeAt(0));
  }
  return true;
}

/** Whether a name may end at `end`: not within a word. */
function endsCleanly(text: string, end: number): boolean {
  const after = visibleFrom(text, end);
  return (
    after >= text.length ||
    !(joins(text.charCodeAt(visibleBefore(text, end)), text.charCodeAt(after)) || joinsAsPair(text, after))
  );
}

/** Whether words of a text are a spelling with its accents; what a reader does not see in them is passed over. */
function isSpeltExactly(exactly: Automaton, text: string, start: number, end: number): boolean {
  const words = withoutInvisible(text.slice(start, end)).normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
  let state = FIRST;
  for (let at = 0; at < words.length && state !== NOWHERE; at++) {
    const unit = words.charCodeAt(at);
    state = advance(exactly, state, unit, unit);
  }
  return state !== NOWHERE && endAt(exactly, state) !== NOWHERE;
}

/** A dictionary made ready to read texts with. */
export interface Matcher {
  /**
   * Every name that the text spells, overlaps included, in the order of their starts.
   * Takes time in proportion to the text's length, whatever the text.
   * @param text one block's text
   * @param language the text's: a primary subtag. Names that stand everywhere count in any
   */
  scan(text: string, language: string): Candidate[];
  /**
   * As `scan`, in steps.
   * @param enough so many names are enough; those of the last step are all given. Default: all
   */
  scanInSteps(text: string, language: string, enough?: number): Steps<Candidate[]>;
  /** The names with which the text's first word begins, or signs before it. */
  scanHead(text: string, language: string): Candidate[];
}

/** UTF-16 units of a text that are read in one step: some hundredths of a millisecond. */
const STEP = 256;

/** Whether a name may stand within an address: something other than space or a sentence's marks touches it. */
function touchesSign(text: string, start: number, end: number): boolean {
  // Nearly all stand between spaces.
  if (start > 0 && text.charCodeAt(start - 1) === SPACE && text.charCodeAt(end) === SPACE) return false;
  return sign().test(text.charAt(start - 1)) || /[@_.=&/\\]/.test(text.charAt(end));
}

/** A set of names with the states that its first letters lead to: most words of a text begin none of its names. */
interface Opened extends NameSet {
  starts: Map<number, number>;
}

/** Key of a first letter: its unit, and whether the text has it in small. */
function startKey(unit: number, small: boolean): number {
  return unit * 2 + Number(small);
}

/** Sets that were opened: all matchers of a dictionary share them. */
const openedSets = new WeakMap<NameSet, Opened>();

function open(names: NameSet): Opened {
  const known = openedSets.get(names);
  if (known) return known;
  const starts = new Map<number, number>();
  for (const { unit, case: wanted, state } of firstWays(names.automaton)) {
    if (wanted !== Case.Small) starts.set(startKey(unit, false), state);
    if (wanted !== Case.NotSmall) starts.set(startKey(unit, true), state);
  }
  const opened = { ...names, starts };
  openedSets.set(names, opened);
  return opened;
}

/**
 * Makes a matcher.
 * @param wants of which names, by what they name and how surely. Default: all
 */
export function createMatcher(
  dictionary: Pick<Dictionary, 'names' | 'conditions'>,
  wants: (target: string, strength: Strength) => boolean = () => true,
): Matcher {
  const tests: SurroundingsTest[] = [];
  const sets = new Map<string, Opened[]>();

  function setsFor(language: string): Opened[] {
    const known = sets.get(language) ?? nameSetsFor(dictionary, language).map(open);
    sets.set(language, known);
    return known;
  }

  function agrees(condition: number, text: string, start: number, end: number): boolean {
    const test = tests[condition] ?? testOf(dictionary.conditions[condition] ?? {});
    tests[condition] = test;
    return test(text, start, end);
  }

  /** Whether the words from `start` to `end`, which spell a name but for accents, are that name. */
  function means(name: DictionaryName, text: string, start: number, end: number): boolean {
    const [target, strength, exactly, ...conditions] = name;
    return (
      wants(target, strength) &&
      (exactly === null || isSpeltExactly(exactly, text, start, end)) &&
      !(touchesSign(text, start, end) && inAddress(text, start, end)) &&
      conditions.every((condition) => agrees(condition, text, start, end))
    );
  }

  /** Collects the names of a set that begin at `start`, by the state that their first letter leads to. */
  function readAt(
    { automaton, ends, list }: Opened,
    first: number,
    text: string,
    start: number,
    found: Candidate[],
  ): void {
    let inSpace = false;
    let length = 1;
    let state = first;
    for (let at = start + 1; ; at++, length++) {
      const ending = endAt(automaton, state);
      if (ending !== NOWHERE && endsCleanly(text, at) && beginsCleanly(text, start)) {
        // Marks that dress the last letter belong to it.
        let end = at;
        while (end < text.length && isMark(text.charCodeAt(end))) end++;
        for (const index of ends[ending] ?? []) {
          const name = list[index] as DictionaryName;
          if (means(name, text, start, end)) found.push({ target: name[0], strength: name[1], start, end, length });
        }
      }
      let code: number = IGNORED;
      for (; at < text.length; at++) {
        code = foldUnit(text.charCodeAt(at));
        if (code !== IGNORED && !(code === SPACE && inSpace)) break;
      }
      if (at >= text.length) return;
      inSpace = code === SPACE;
      state = advance(automaton, state, code, text.charCodeAt(at));
      if (state === NOWHERE) return;
    }
  }

  /**
   * Collects the names that begin in a stretch of a text.
   * @param before class of the last unit before the stretch that a reader sees
   * @returns that of the last one in it
   */
  function readFrom(
    text: string,
    from: number,
    to: number,
    before: CharClass,
    named: readonly Opened[],
    found: Candidate[],
  ): CharClass {
    let last = before;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      const charClass = classOf(unit);
      if (charClass === CharClass.Ignored) continue;
      const within = charClass === last && (charClass === CharClass.Word || charClass === CharClass.Katakana);
      last = charClass;
      if (within) continue;
      const code = foldUnit(unit);
      for (const names of named) {
        const first =
          code < EXPANDED
            ? names.starts.get(startKey(code, isLower(unit)))
            : advance(names.automaton, FIRST, code, unit);
        if (first !== undefined && first !== NOWHERE) readAt(names, first, text, at, found);
      }
    }
    return last;
  }

  function* scanInSteps(text: string, language: string, enough = Number.POSITIVE_INFINITY): Steps<Candidate[]> {
    const named = setsFor(language);
    const found: Candidate[] = [];
    let before: CharClass = CharClass.Other;
    for (let from = 0; from < text.length && found.length < enough; from += STEP) {
      before = readFrom(text, from, Math.min(text.length, from + STEP), before, named, found);
      yield;
    }
    return found;
  }

  return {
    scanInSteps,
    scan: (text, language) => finish(scanInSteps(text, language)),

    scanHead(text, language) {
      const found: Candidate[] = [];
      readFrom(text, 0, text.search(letter()) + 1, CharClass.Other, setsFor(language), found);
      return found;
    },
  };
}
