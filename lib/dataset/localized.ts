/** Text in the reader's language where the dataset has it, in English where it does not. */
import type { Language, Localized } from './schema.ts';
import { LANGUAGES } from './terms.ts';

/** A text with the language it is in, for the `lang` attribute. */
export interface Text {
  text: string;
  lang: Language;
}

/** The dataset's language for a BCP 47 tag; English for those it does not speak. */
export function languageFor(tag: string): Language {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}

/** The text in a language, or in English when there is no translation. */
export function localize(text: Localized, lang: Language): Text {
  const translated = text[lang];
  return translated === undefined ? { text: text.en, lang: 'en' } : { text: translated, lang };
}

/** The direction in which a language (BCP 47 tag) is written, as far as the dataset and the interface speak it. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return /^(?:ar|fa)\b/i.test(tag) ? 'rtl' : 'ltr';
}
