/** Which languages a page says that its text is in. */

import { primarySubtag } from '../detection/language.ts';
import { plainDocument } from './plain-document.ts';
import { attributeOf } from './plain-dom.ts';

/** The language that the page declares, a BCP 47 tag; undefined when it declares none, or what is no language. */
export function declaredLanguage(): string | undefined {
  const lang = plainDocument.documentElement?.lang;
  return primarySubtag(lang) === undefined ? undefined : lang;
}

/** What declares a language of the page's text. Links and options do not: a menu of languages holds one in each. */
const DECLARING = '[lang]:not(a, link, option)';

/**
 * Primary subtags of all languages that the page and its parts declare; undefined when the page declares none, or what is
 * no language, so that its text may be in any. What is declared wrongly is read wrongly: detection looks for names by the
 * same attributes.
 */
export function declaredLanguages(): ReadonlySet<string> | undefined {
  if (!declaredLanguage()) return undefined;
  const languages = new Set<string>();
  for (const element of plainDocument.querySelectorAll(DECLARING)) {
    const language = primarySubtag(attributeOf(element, 'lang') ?? undefined);
    if (language) languages.add(language);
  }
  return languages;
}
