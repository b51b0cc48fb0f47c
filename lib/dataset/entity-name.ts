/** What an entity is called in a language. */
import { localize, type Text } from './localized.ts';
import type { Entity, Language } from './schema.ts';

const regionNames = new Map<Language, Intl.DisplayNames>();

/** A region's name as the platform's locale data (Unicode CLDR) gives it; undefined for a code that it does not know. */
function regionName(iso: string, lang: Language): string | undefined {
  const names = regionNames.get(lang) ?? new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' });
  regionNames.set(lang, names);
  return names.of(iso);
}

/**
 * An entity's name: the dataset's own where it has one in the language, for states else the platform's, else English.
 * The dataset overrides the platform only where the press writes otherwise.
 */
export function entityName({ name, kind, iso }: Pick<Entity, 'name' | 'kind' | 'iso'>, lang: Language): Text {
  if (kind === 'state' && iso !== undefined && name[lang] === undefined) {
    const text = regionName(iso, lang);
    if (text !== undefined) return { text, lang };
  }
  return localize(name, lang);
}
