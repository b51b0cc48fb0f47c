/** The words and the language of the interface, handed down to every component. */
import { createContext, use } from 'react';
import type en from '../locales/en.json';

type Messages = typeof en;
/** Keys of the interface's messages. */
export type MessageKey = keyof Messages;
/** Keys of messages that differ with a count. */
export type PluralKey = { [Key in MessageKey]: Messages[Key] extends string ? never : Key }[MessageKey];
export type PlainKey = Exclude<MessageKey, PluralKey>;

/** What takes the place of `$1` to `$9` in a message: words, or a number, which is written as the language writes it. */
export type Substitution = string | number;

/** The interface's texts: messages by key, and the language they, numbers and dates are in (BCP 47). */
export interface InterfaceTexts {
  t: {
    (key: PlainKey, substitutions?: Substitution[]): string;
    /** The form for a count, which alone is substituted when nothing else is said. */
    (key: PluralKey, count: number, substitutions?: Substitution[]): string;
  };
  lang: string;
}

type Underscored<Word extends string> = Word extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Word;

/** The message key of one of the dataset's words: browsers allow no hyphen in keys (`kind`, `un-body`: `kind_un_body`). */
export function keyOf<Prefix extends string, Word extends string>(
  prefix: Prefix,
  word: Word,
): `${Prefix}_${Underscored<Word>}` {
  return `${prefix}_${word.replaceAll('-', '_')}` as `${Prefix}_${Underscored<Word>}`;
}

const InterfaceContext = createContext<InterfaceTexts | undefined>(undefined);

export const InterfaceProvider = InterfaceContext;

/** The texts of the interface that the component stands in. */
export function useInterface(): InterfaceTexts {
  const texts = use(InterfaceContext);
  if (!texts) throw new Error('A component was rendered outside InterfaceProvider');
  return texts;
}
