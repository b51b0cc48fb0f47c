/** The interface's texts, made from what the browser has as messages. */
import type { InterfaceTexts, Substitution } from './interface.tsx';
import { formatNumber } from './numbers.ts';

/** Reads the message under a key, its `$1` to `$9` filled in; empty when there is none. */
export type MessageReader = (key: string, substitutions: string[]) => string;

/**
 * Joins messages to the rules of their language: how it writes numbers, and which form goes with a count.
 * @param lang BCP 47 tag of the language that the messages are in
 * @param message reads them; where a message differs with a count, its forms have keys that end in the categories of
 *   Unicode's plural rules: `key.one`, `key.few`, `key.other`
 */
export function createTexts(lang: string, message: MessageReader): InterfaceTexts {
  const rules = new Intl.PluralRules(lang);
  return {
    lang,
    t(key: string, first: number | Substitution[] = [], rest?: Substitution[]) {
      const counted = typeof first === 'number';
      const substitutions = (counted ? (rest ?? [first]) : first).map((value) =>
        typeof value === 'number' ? formatNumber(value, lang) : value,
      );
      if (!counted) return message(key, substitutions);
      return message(`${key}.${rules.select(first)}`, substitutions) || message(`${key}.other`, substitutions);
    },
  };
}
