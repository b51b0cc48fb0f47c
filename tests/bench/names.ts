/** The lexicon's names as plain strings, for those that take no patterns. */
import type { Lexicon } from '../../lib/detection/compile/lexicon.ts';
import { spellingsOf } from '../../lib/detection/compile/pattern.ts';
import { randomFrom } from './random.ts';

/**
 * Names of entities in a page's languages, in a random but settled order, so that any beginning stands for the whole.
 * Fewer than the lexicon stands for: each choice of a pattern once, not each product of choices.
 * @param languages keys of the lexicon's names
 */
export function plainNames({ names }: Lexicon, languages: readonly string[]): string[] {
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

/** A part of the lexicon: the treaty's names, without which nothing is looked at, and a share of all others. */
export function thinned(lexicon: Lexicon, share: number): Lexicon {
  const random = randomFrom(2);
  const names = Object.fromEntries(
    Object.entries(lexicon.names).map(([language, entries]) => [
      language,
      entries.filter(([target]) => target === 'treaty' || random() < share),
    ]),
  );
  return { ...lexicon, names };
}

/** How many entries a lexicon has, over all languages. */
export function entriesIn({ names }: Lexicon): number {
  return Object.values(names).reduce((sum, entries) => sum + entries.length, 0);
}
