/** The dictionary's names as plain strings, for those that take no patterns. */
import type { Dictionary } from '../../lib/detection/dictionary.ts';
import { spellingsOf } from '../../lib/detection/pattern.ts';
import { randomFrom } from './random.ts';

/**
 * Names of entities in a page's languages, in a random but settled order, so that any beginning stands for the whole.
 * Fewer than the dictionary stands for: each choice of a pattern once, not each product of choices.
 * @param languages keys of the dictionary's names
 */
export function plainNames({ names }: Dictionary, languages: readonly string[]): string[] {
  const known = languages.flatMap((language) => names[language] ?? []);
  const entities = known.filter(([target]) => !target.startsWith('!'));
  const all = [...new Set(entities.flatMap(([, , pattern]) => spellingsOf(pattern).map((name) => name.trim())))];
  const random = randomFrom(1);
  return all
    .filter((name) => name !== '')
    .map((name): [string, number] => [name, random()])
    .sort(([, one], [, other]) => one - other)
    .map(([name]) => name);
}

/** A part of the dictionary: the treaty's names, without which nothing is looked at, and a share of all others. */
export function thinned(dictionary: Dictionary, share: number): Dictionary {
  const random = randomFrom(2);
  const names = Object.fromEntries(
    Object.entries(dictionary.names).map(([language, entries]) => [
      language,
      entries.filter(([target]) => target === 'treaty' || random() < share),
    ]),
  );
  return { ...dictionary, names };
}

/** How many entries a dictionary has, over all languages. */
export function entriesIn({ names }: Dictionary): number {
  return Object.values(names).reduce((sum, entries) => sum + entries.length, 0);
}
