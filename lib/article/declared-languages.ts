/** Which languages a page says that its text is in. */
import { primarySubtag } from '../detection/language.ts';

/**
 * Primary subtags of all languages that the page and its parts declare; undefined when the page declares none, so that
 * its text may be in any. What is declared wrongly is read wrongly: detection looks for names by the same attributes.
 */
export function declaredLanguages(): ReadonlySet<string> | undefined {
  if (!document.documentElement.lang) return undefined;
  const languages = new Set<string>();
  for (const element of document.querySelectorAll('[lang]')) {
    const language = primarySubtag(element.getAttribute('lang') ?? undefined);
    if (language) languages.add(language);
  }
  return languages;
}
