/** Marks the language of a text, for voices, fonts and hyphens, and the direction in which it is read. */
import { directionOf } from '../lib/dataset/localized.ts';

/**
 * Attributes of an element whose text is in a language. Not `dir="auto"`, which would go by the first letter: Arabic
 * sentences may begin with "UNODC".
 * @param lang BCP 47 tag
 */
export function inLanguage(lang: string): { dir: 'ltr' | 'rtl'; lang: string } {
  return { dir: directionOf(lang), lang };
}
