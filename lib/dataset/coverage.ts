/** How far the dataset speaks a language. */
import type { AliasFile } from './alias-schema.ts';
import type { Dataset } from './dataset.ts';
import type { Language } from './schema.ts';

/** Shares of what there is, as "have/all". */
export interface Coverage {
  /** Texts about the treaty itself. */
  treaty: string;
  /** Texts about every other entity. */
  entities: string;
  articles: string;
  timeline: string;
  /** Entities with at least one alias of the language, or one that stands in every language. */
  aliases: string;
}

/** Counts the localised texts in a tree of JSON, and those of them that have the language. */
function countTexts(tree: unknown, language: Language): { have: number; all: number } {
  const total = { have: 0, all: 0 };
  if (typeof tree !== 'object' || tree === null) return total;
  if ('en' in tree) return { have: language in tree ? 1 : 0, all: 1 };
  for (const value of Object.values(tree)) {
    const { have, all } = countTexts(value, language);
    total.have += have;
    total.all += all;
  }
  return total;
}

/** The coverage of a language. */
export function coverageOf(dataset: Dataset, aliases: readonly AliasFile[], language: Language): Coverage {
  const share = (tree: unknown): string => {
    const { have, all } = countTexts(tree, language);
    return `${have}/${all}`;
  };
  const named = new Set(
    aliases.filter(({ lang }) => lang === language || lang === 'any').flatMap(({ entities }) => Object.keys(entities)),
  );
  return {
    treaty: share(dataset.entities.filter(({ kind }) => kind === 'treaty')),
    entities: share(dataset.entities.filter(({ kind }) => kind !== 'treaty')),
    articles: share(dataset.articles),
    timeline: share(dataset.timeline),
    aliases: `${named.size}/${dataset.entities.length}`,
  };
}
