/**
 * Finds the dictionary's names in a text, in one pass and without rewriting it.
 *
 * The index is a trie of folded units whose nodes are opened when a text first reaches them: thousands of aliases cost
 * nothing until a text begins to spell them.
 */
import type { Dictionary, DictionaryEntry, Strength, Surroundings } from './dictionary.ts';
import { CharClass, classOf, expansionOf, fold, foldUnit, IGNORED, SPACE } from './fold.ts';
import { expandPattern } from './pattern.ts';

/** Some words of the text that spell a name of the dictionary. Offsets are UTF-16 units into the text given. */
export interface Candidate {
  target: string;
  strength: Strength;
  start: number;
  end: number;
}

/** One name that the trie leads to. */
interface Name {
  target: string;
  strength: Strength;
  /** As written in the dictionary, whose capitals are demanded of the text. */
  written: string;
  folded: string;
  languages: Set<string>;
  surroundings: CompiledSurroundings | undefined;
}

interface CompiledSurroundings {
  notBefore: string[];
  butBefore: string[];
  notAfter: string[];
  near: RegExp | undefined;
}

interface Node {
  depth: number;
  /** Names that pass through here and are not yet sorted into children; undefined once the node is open. */
  pending: Name[] | undefined;
  children: Map<number, Node> | undefined;
  /** Names that end here. */
  ends: Name[];
}

/** How far, in UTF-16 units, the words right beside a name are looked at. */
const LOOK_AROUND = 48;
/** How far on both sides a word still stands near a name. */
const NEAR = 300;

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function compileSurroundings(given: Surroundings | undefined): CompiledSurroundings | undefined {
  if (!given) return undefined;
  const foldAll = (patterns: string[] | undefined) => (patterns ?? []).flatMap(expandPattern).map(fold);
  const near = foldAll(given.near).map(escapeForRegExp);
  return {
    notBefore: foldAll(given.notBefore),
    butBefore: foldAll(given.butBefore),
    notAfter: foldAll(given.notAfter),
    near: near.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${near.join('|')})(?![\\p{L}\\p{N}])`, 'u') : undefined,
  };
}

function newNode(depth: number, pending: Name[] | undefined): Node {
  return { depth, pending, children: undefined, ends: [] };
}

/** Sorts a node's names by their next unit. */
function openNode(node: Node): void {
  for (const name of node.pending ?? []) {
    if (name.folded.length === node.depth) {
      node.ends.push(name);
      continue;
    }
    node.children ??= new Map();
    const unit = name.folded.charCodeAt(node.depth);
    const child = node.children.get(unit);
    if (child?.pending) child.pending.push(name);
    else node.children.set(unit, newNode(node.depth + 1, [name]));
  }
  node.pending = undefined;
}

function step(node: Node, unit: number): Node | undefined {
  const next = node.children?.get(unit);
  if (next?.pending) openNode(next);
  return next;
}

/** Steps along a folded code, which may stand for several units. */
function advance(node: Node, code: number): Node | undefined {
  const sequence = expansionOf(code);
  if (!sequence) return step(node, code);
  let at: Node | undefined = node;
  for (const unit of sequence) {
    if (!at) return undefined;
    at = step(at, unit);
  }
  return at;
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
const UPPER = /\p{Lu}/u;
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
  if (joins(text.charCodeAt(before), text.charCodeAt(start))) return false;
  if (foldUnit(text.charCodeAt(before)) === DASH) {
    const prefix = /\p{L}+$/u.exec(text.slice(Math.max(0, before - PREFIX_REACH), before))?.[0];
    return prefix === undefined || !LOWER.test(prefix.charAt(0));
  }
  return true;
}

/** Whether a name may end at `end`: not within a word. */
function endsCleanly(text: string, end: number): boolean {
  const after = visibleFrom(text, end);
  return after >= text.length || !joins(text.charCodeAt(visibleBefore(text, end)), text.charCodeAt(after));
}

/** Whether the text has a capital wherever the name demands one. A text all in capitals has them. */
function capitalsAgree(name: Name, text: string, start: number, end: number): boolean {
  const { written } = name;
  let inText = start;
  for (let inName = 0; inName < written.length; inName++) {
    const wanted = written.charAt(inName);
    if (classOf(written.charCodeAt(inName)) === CharClass.Ignored) continue;
    if (foldUnit(written.charCodeAt(inName)) === SPACE) {
      while (inText < end && foldUnit(text.charCodeAt(inText)) !== SPACE) inText++;
      while (
        inText < end &&
        (foldUnit(text.charCodeAt(inText)) === SPACE || foldUnit(text.charCodeAt(inText)) === IGNORED)
      )
        inText++;
      continue;
    }
    inText = visibleFrom(text, inText);
    if (inText >= end) return true;
    if (UPPER.test(wanted) && LOWER.test(text.charAt(inText))) return false;
    inText++;
  }
  return true;
}

function startsWithWord(text: string, word: string): boolean {
  const last = word.length - 1;
  return text.startsWith(word) && !(last + 1 < text.length && joins(text.charCodeAt(last), text.charCodeAt(last + 1)));
}

function endsWithWord(text: string, word: string): boolean {
  const first = text.length - word.length;
  return text.endsWith(word) && !(first > 0 && joins(text.charCodeAt(first - 1), text.charCodeAt(first)));
}

function surroundingsAgree(given: CompiledSurroundings | undefined, text: string, start: number, end: number): boolean {
  if (!given) return true;
  if (given.notBefore.length > 0) {
    const after = fold(text.slice(end, end + LOOK_AROUND));
    const stands = (word: string) => startsWithWord(after, word);
    if (given.notBefore.some(stands) && !given.butBefore.some(stands)) return false;
  }
  if (given.notAfter.length > 0) {
    const before = fold(text.slice(Math.max(0, start - LOOK_AROUND), start));
    if (given.notAfter.some((word) => endsWithWord(before, word))) return false;
  }
  return given.near === undefined || given.near.test(fold(text.slice(Math.max(0, start - NEAR), end + NEAR)));
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
}

/** Makes a matcher. Names are sorted by their first unit now and further as texts need it. */
export function createMatcher(dictionary: Dictionary): Matcher {
  const root = newNode(0, []);
  const names = new Map<string, Name>();
  for (const [language, entries] of Object.entries(dictionary.names)) {
    for (const entry of entries) addEntry(language, entry);
  }
  root.pending = [...names.values()];
  openNode(root);

  function addEntry(language: string, [target, strength, pattern, given]: DictionaryEntry): void {
    const surroundings = compileSurroundings(given);
    for (const written of expandPattern(pattern)) {
      const key = `${target} ${strength} ${written} ${given ? JSON.stringify(given) : ''}`;
      const known = names.get(key);
      if (known) known.languages.add(language);
      else
        names.set(key, {
          target,
          strength,
          written,
          folded: fold(written),
          languages: new Set([language]),
          surroundings,
        });
    }
  }

  function speaks(name: Name, languages: ReadonlySet<string> | undefined): boolean {
    if (!languages || name.languages.has('any')) return true;
    for (const language of name.languages) if (languages.has(language)) return true;
    return false;
  }

  /** Collects the names that begin at `start`. */
  function readAt(text: string, start: number, languages: ReadonlySet<string> | undefined, found: Candidate[]): void {
    let node: Node | undefined = root;
    let inSpace = false;
    for (let at = start; at < text.length; at++) {
      const code = foldUnit(text.charCodeAt(at));
      if (code === IGNORED || (code === SPACE && inSpace)) continue;
      inSpace = code === SPACE;
      node = advance(node, code);
      if (!node) return;
      if (node.ends.length === 0 || !endsCleanly(text, at + 1) || !beginsCleanly(text, start)) continue;
      // Marks that dress the last letter belong to it.
      let end = at + 1;
      while (end < text.length && /\p{M}/u.test(text.charAt(end))) end++;
      for (const name of node.ends) {
        if (!speaks(name, languages) || !capitalsAgree(name, text, start, end)) continue;
        if (inAddress(text, start, end) || !surroundingsAgree(name.surroundings, text, start, end)) continue;
        found.push({ target: name.target, strength: name.strength, start, end });
      }
    }
  }

  return {
    scan(text, languages) {
      const found: Candidate[] = [];
      const first = root.children;
      if (!first) return found;
      let before: number = CharClass.Other;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const charClass = classOf(unit);
        if (charClass === CharClass.Ignored) continue;
        const within = charClass === before && (charClass === CharClass.Word || charClass === CharClass.Katakana);
        before = charClass;
        if (within) continue;
        const code = foldUnit(unit);
        if (first.has(code) || expansionOf(code)) readAt(text, at, languages, found);
      }
      return found;
    },
  };
}
