/** Compiles the lexicon to the dictionary that a detector reads texts by. */
import type { Automaton } from '../automaton.ts';
import {
  type Condition,
  type Dictionary,
  type DictionaryName,
  EVERYWHERE,
  type NameSet,
  treatyIn,
} from '../dictionary.ts';
import { compileAutomaton } from './automaton.ts';
import { addLater } from './later.ts';
import { HOME, type Lexicon, type LexiconEntry, type Surroundings } from './lexicon.ts';
import { lettersOf } from './spelling-graph.ts';

/** Words around a name, whose case tells nothing. */
function wordsAutomaton(patterns: readonly string[], direction: 1 | -1): Automaton {
  return compileAutomaton(
    patterns.map((pattern) => lettersOf(pattern, { direction })),
    false,
  ).automaton;
}

/** On which side of a name each list of words stands, and so in which direction it is read. */
const DIRECTIONS = { notBefore: 1, butBefore: 1, notAfter: -1, before: 1, after: -1, near: 1 } as const;

function conditionOf(given: Surroundings): Condition {
  const condition: Condition = given.alone ? { alone: true } : {};
  for (const key of Object.keys(DIRECTIONS) as (keyof typeof DIRECTIONS)[]) {
    const words = given[key];
    if (words && words.length > 0) condition[key] = wordsAutomaton(words, DIRECTIONS[key]);
  }
  return condition;
}

/** Names that are looked for together. The same name in two files counts once. */
function nameSetOf(entries: readonly LexiconEntry[], conditions: readonly Surroundings[]): NameSet {
  const own = [...new Map(entries.map((entry) => [entry.join('\n'), entry])).values()];
  const list = own.map(([target, strength, pattern, ...indices]): DictionaryName => {
    const isExact = indices.some((index) => conditions[index]?.exact);
    const exactly = isExact ? compileAutomaton([lettersOf(pattern, { alphabet: 'accented' })], false).automaton : null;
    return [target, strength, exactly, ...indices];
  });
  const compiled = compileAutomaton(
    own.map(([, , pattern]) => lettersOf(pattern)),
    true,
  );
  return { list, ...compiled };
}

/**
 * Compiles a lexicon. Each set of names and each condition is compiled when it is first asked for: who reads texts in
 * one language does not wait for the others.
 * @throws {RangeError} when it is asked for names that are too many for an automaton
 */
export function compileDictionary({ names, conditions, ...rest }: Lexicon): Dictionary {
  const sets: Dictionary['names'] = {};
  const add = (key: string, entries: readonly LexiconEntry[]) => {
    if (entries.length > 0) addLater(sets, key, () => nameSetOf(entries, conditions));
  };
  const entriesOf = (language: string) => names[language] ?? [];
  add(EVERYWHERE, [...entriesOf('any'), ...entriesOf('en')]);
  add('en', entriesOf(`en${HOME}`));
  for (const language of Object.keys(names)) {
    if (language === 'any' || language === 'en' || language.endsWith(HOME)) continue;
    const own = [...entriesOf(language), ...entriesOf(language + HOME)];
    add(language, own);
    add(
      treatyIn(language),
      own.filter(([target, strength]) => target === 'treaty' && strength === 'distinctive'),
    );
  }
  const compiled: Dictionary['conditions'] = {};
  for (const [index, given] of conditions.entries()) addLater(compiled, index, () => conditionOf(given));
  return { ...rest, names: sets, conditions: compiled };
}
