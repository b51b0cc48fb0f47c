/** Finds the dictionary's names in a text, in one pass and without rewriting it. */
import { advance, createAutomaton, type Spelt } from './automaton.ts';
import type { Dictionary, DictionaryEntry, Strength } from './dictionary.ts';
import { CharClass, classOf, foldUnit, IGNORED, isMark, joinsAsPair, SPACE } from './fold.ts';
import { finish, type Steps } from './steps.ts';
import { compileSurroundings, type SurroundingsTest } from './surroundings.ts';

/** Some words of the text that spell a name of the dictionary. Offsets are UTF-16 units into the text given. */
export interface Candidate {
  target: string;
  strength: Strength;
  start: number;
  end: number;
  /** Units that a reader sees of it: soft hyphens and the like do not make a name longer. */
  length: number;
}

/** A name that the automaton leads to. */
interface Name extends Spelt {
  target: string;
  strength: Strength;
  languages: Set<string>;
  /** Whether a spelling demands a capital. */
  capitals: boolean;
  exact: boolean;
  surroundings: SurroundingsTest[];
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

const LOWER = /\p{Ll}/u;
const HAS_CAPITAL = /\p{Lu}/u;
const LETTER = /[\p{L}\p{N}]/u;
const ADDRESS_REACH = 80;
const PREFIX_REACH = 24;
const DASH = 45;

/** Whether the words from `start` to `end` stand in a handle or an address (`@hrw`, `https://example.org/russia`). */
function inAddress(text: string, start: number, end: number): boolean {
  const head =
    /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff0f]*$/u.exec(
      text.slice(Math.max(0, start - ADDRESS_REACH), start),
    )?.[0] ?? '';
  const tail = /^\S*/.exec(text.slice(end, end + ADDRESS_REACH))?.[0] ?? '';
  return /[@_\\=&]$|:\/\/|^www\.|\.[a-z]{2,}\//i.test(head) || /^[@_]|^\.[a-z]/.test(tail);
}

/** Whether a name may begin at `start`: not within a word or behind a prefix ("anti-Russia"). */
function beginsCleanly(text: string, start: number): boolean {
  const before = visibleBefore(text, start);
  if (before < 0) return true;
  if (joins(text.charCodeAt(before), text.charCodeAt(start)) || joinsAsPair(text, before - 1)) return false;
  if (foldUnit(text.charCodeAt(before)) === DASH) {
    const prefix = /\p{L}+$/u.exec(text.slice(Math.max(0, before - PREFIX_REACH), before))?.[0];
    return prefix === undefined || !LOWER.test(prefix.charAt(0));
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

/** A dictionary made ready to read texts with. */
export interface Matcher {
  /**
   * Every name that the text spells, overlaps included, in the order of their starts.
   * Takes time in proportion to the text's length, whatever the text.
   * @param text one block's text
   * @param languages names of these languages count, and those of `any`; all when left out
   */
  scan(text: string, languages?: ReadonlySet<string>): Candidate[];
  /**
   * As `scan`, in steps.
   * @param enough so many names are enough; those of the last step are all given. Default: all
   */
  scanInSteps(text: string, languages?: ReadonlySet<string>, enough?: number): Steps<Candidate[]>;
  /** The names with which the text's first word begins, or signs before it. */
  scanHead(text: string, languages?: ReadonlySet<string>): Candidate[];
}

/** UTF-16 units of a text that are read in one step: a tenth of a millisecond, or a few on the first reading. */
const STEP = 256;

/** Whether a name may stand within an address: something other than space or a sentence's marks touches it. */
function touchesSign(text: string, start: number, end: number): boolean {
  // Nearly all stand between spaces.
  if (start > 0 && text.charCodeAt(start - 1) === SPACE && text.charCodeAt(end) === SPACE) return false;
  return /[^\s"'“”‘’«»(),;\p{L}]/u.test(text.charAt(start - 1)) || /[@_.=&/\\]/.test(text.charAt(end));
}

/** Entries of the dictionary that are taken in in one step. */
const ENTRIES_A_STEP = 128;

/**
 * Makes a matcher, in steps.
 * @param wants of which entries of the dictionary. Default: all
 */
export function* createMatcherInSteps(
  dictionary: Dictionary,
  wants: (entry: DictionaryEntry) => boolean = () => true,
): Steps<Matcher> {
  const names = new Map<string, Name>();
  const automaton = createAutomaton<Name>();
  const tests: SurroundingsTest[] = [];

  function testAt(index: number): SurroundingsTest {
    tests[index] ??= compileSurroundings(dictionary.conditions[index] ?? {});
    return tests[index];
  }

  function addEntry(language: string, entry: DictionaryEntry): void {
    const key = entry.join('\n');
    const [target, strength, pattern, ...conditions] = entry;
    const known = names.get(key);
    if (known) {
      known.languages.add(language);
      return;
    }
    const name: Name = {
      target,
      strength,
      pattern,
      languages: new Set([language]),
      capitals: HAS_CAPITAL.test(pattern),
      exact: conditions.some((index) => dictionary.conditions[index]?.exact),
      surroundings: conditions.map(testAt),
    };
    names.set(key, name);
    automaton.add(name);
  }

  let added = 0;
  for (const [language, entries] of Object.entries(dictionary.names)) {
    for (const entry of entries) {
      if (!wants(entry)) continue;
      addEntry(language, entry);
      if (++added % ENTRIES_A_STEP === 0) yield;
    }
  }

  function speaks(name: Name, languages: ReadonlySet<string> | undefined): boolean {
    if (!languages || name.languages.has('any')) return true;
    for (const language of name.languages) if (languages.has(language)) return true;
    return false;
  }

  /** Whether the words from `start` to `end`, which spell a name but for case and accents, are that name. */
  function means(name: Name, text: string, start: number, end: number): boolean {
    return (
      ((!name.capitals && !name.exact) || automaton.agrees(name, text, start, end)) &&
      !(touchesSign(text, start, end) && inAddress(text, start, end)) &&
      name.surroundings.every((agrees) => agrees(text, start, end))
    );
  }

  /** Collects the names that begin at `start`. */
  function readAt(text: string, start: number, languages: ReadonlySet<string> | undefined, found: Candidate[]): void {
    let state = automaton.start(foldUnit(text.charCodeAt(start)));
    let inSpace = false;
    let length = 1;
    for (let at = start + 1; state; at++, length++) {
      if (state.ends.length > 0 && endsCleanly(text, at) && beginsCleanly(text, start)) {
        // Marks that dress the last letter belong to it.
        let end = at;
        while (end < text.length && isMark(text.charCodeAt(end))) end++;
        for (const name of state.ends) {
          if (speaks(name, languages) && means(name, text, start, end))
            found.push({ target: name.target, strength: name.strength, start, end, length });
        }
      }
      let code: number = IGNORED;
      for (; at < text.length; at++) {
        code = foldUnit(text.charCodeAt(at));
        if (code !== IGNORED && !(code === SPACE && inSpace)) break;
      }
      if (at >= text.length) return;
      inSpace = code === SPACE;
      state = advance(state, code);
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
    languages: ReadonlySet<string> | undefined,
    found: Candidate[],
  ): CharClass {
    let last = before;
    for (let at = from; at < to; at++) {
      const charClass = classOf(text.charCodeAt(at));
      if (charClass === CharClass.Ignored) continue;
      const within = charClass === last && (charClass === CharClass.Word || charClass === CharClass.Katakana);
      last = charClass;
      if (!within) readAt(text, at, languages, found);
    }
    return last;
  }

  function* scanInSteps(
    text: string,
    languages?: ReadonlySet<string>,
    enough = Number.POSITIVE_INFINITY,
  ): Steps<Candidate[]> {
    const found: Candidate[] = [];
    let before: CharClass = CharClass.Other;
    for (let from = 0; from < text.length && found.length < enough; from += STEP) {
      before = readFrom(text, from, Math.min(text.length, from + STEP), before, languages, found);
      yield;
    }
    return found;
  }

  return {
    scanInSteps,
    scan: (text, languages) => finish(scanInSteps(text, languages)),

    scanHead(text, languages) {
      const found: Candidate[] = [];
      readFrom(text, 0, text.search(LETTER) + 1, CharClass.Other, languages, found);
      return found;
    },
  };
}

/** As `createMatcherInSteps`, at once. */
export function createMatcher(dictionary: Dictionary): Matcher {
  return finish(createMatcherInSteps(dictionary));
}
