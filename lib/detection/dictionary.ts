/**
 * The matcher's dictionary: every alias of the dataset as a flat list, small enough to travel with the annotator.
 * Compiled from the alias files at build time, so that a new alias is an edit of data.
 */
import type { Alias, AliasFile } from '../dataset/alias-schema.ts';
import { primarySubtag } from './language.ts';
import { expandPattern } from './pattern.ts';

/**
 * How surely words name their entity.
 * - `distinctive`: nothing else, wherever they stand ("UN Convention against Cybercrime")
 * - `contextual`: the entity in a text about the treaty ("HRW", "cybercrime treaty")
 * - `generic`: only through an antecedent ("the treaty")
 */
export type Strength = 'distinctive' | 'contextual' | 'generic';

/** Targets that are no entity: what else a matcher must know to tell right from wrong. */
export const TARGETS = {
  /** A longer name that holds one of ours and means something else. */
  blocked: '!blocked',
  /** Another instrument: an antecedent, never underlined. */
  otherInstrument: '!instrument',
  cueUn: '!un',
  cueStory: '!story',
  cueElsewhere: '!elsewhere',
} as const;

/** Conditions on the words around an alias, as patterns. */
export interface Surroundings {
  notBefore?: string[];
  /** Exceptions from `notBefore`. */
  butBefore?: string[];
  notAfter?: string[];
  near?: string[];
}

/** What it names, how surely, in which words, and under which conditions. */
export type DictionaryEntry = [target: string, strength: Strength, pattern: string, surroundings?: Surroundings];

export interface Dictionary {
  /** All entries by language; `any` holds names that stand the same in every language. */
  names: Record<string, DictionaryEntry[]>;
  /** Entities that are instruments themselves, and so antecedents that compete with the treaty. */
  instruments: string[];
}

function entryOf(target: string, strength: Strength, alias: Alias): DictionaryEntry {
  if (typeof alias === 'string') return [target, strength, alias];
  const { text, notBefore, butBefore, notAfter, near } = alias;
  return [
    target,
    strength,
    text,
    {
      ...(notBefore && { notBefore }),
      ...(butBefore && { butBefore }),
      ...(notAfter && { notAfter }),
      ...(near && { near }),
    },
  ];
}

/** Compiles one language's alias file to dictionary entries, in the order of the file. */
function entriesOf(file: AliasFile): DictionaryEntry[] {
  const entries: DictionaryEntry[] = [];
  for (const [entity, byStrength] of Object.entries(file.entities)) {
    for (const strength of ['distinctive', 'contextual', 'generic'] as const) {
      for (const alias of byStrength[strength] ?? []) entries.push(entryOf(entity, strength, alias));
    }
  }
  const plain: [string, readonly string[]][] = [
    [TARGETS.otherInstrument, file.otherInstruments],
    [TARGETS.blocked, file.blocked],
    [TARGETS.cueUn, file.cues.un],
    [TARGETS.cueStory, file.cues.story],
    [TARGETS.cueElsewhere, file.cues.elsewhere],
  ];
  for (const [target, patterns] of plain) {
    for (const pattern of patterns) entries.push([target, 'distinctive', pattern]);
  }
  return entries;
}

/**
 * Compiles alias files to the dictionary that a matcher takes.
 * @param instruments ids of the entities that are instruments, the treaty itself left out
 * @throws {PatternError} when a pattern's braces do not pair
 */
export function compileDictionary(files: readonly AliasFile[], instruments: readonly string[]): Dictionary {
  const names: Dictionary['names'] = {};
  for (const file of files) {
    const entries = entriesOf(file);
    for (const [, , pattern] of entries) expandPattern(pattern);
    names[file.lang] = [...(names[file.lang] ?? []), ...entries];
  }
  return { names, instruments: [...instruments] };
}

/** Every page may quote English names, and names that stand the same everywhere. */
const EVERYWHERE = ['any', 'en'];

/**
 * The part of a dictionary that a page needs: the names of its language, and those of the treaty in every language.
 * @param lang the page's BCP 47 tag, or empty
 */
export function dictionaryFor({ names, instruments }: Dictionary, lang: string): Dictionary {
  const wanted = new Set<string | undefined>([...EVERYWHERE, primarySubtag(lang)]);
  const part: Dictionary['names'] = {};
  for (const [language, entries] of Object.entries(names)) {
    part[language] = wanted.has(language)
      ? entries
      : entries.filter(([target, strength]) => target === 'treaty' && strength === 'distinctive');
  }
  return { names: part, instruments };
}
