/** The interface's texts of any locale file, for the gallery, which has no browser to resolve its messages. */
import type { InterfaceTexts } from '../../components/interface.tsx';

type Message = string | Readonly<Record<string, string>>;
type Locale = Readonly<Record<string, Message>>;
type Substitution = string | number;

const LOCALES = import.meta.glob<Locale>('../../locales/*.json', { eager: true, import: 'default' });

/** The form of a message for a count: the one of that number, else of its plural category, else the general one. */
function formOf(message: Message, count: number, lang: string): string {
  if (typeof message === 'string') return message;
  return message[count] ?? message[new Intl.PluralRules(lang).select(count)] ?? message['n'] ?? message['other'] ?? '';
}

/**
 * The texts of an interface language; English where there is no such locale, or where it lacks a message.
 * @param lang BCP 47 tag, as the locale's file is named
 */
export function textsIn(lang: string): InterfaceTexts {
  const english = LOCALES['../../locales/en.json'] ?? {};
  const locale = LOCALES[`../../locales/${lang}.json`];
  const t = (key: string, first?: number | Substitution[], second?: Substitution[]): string => {
    const message = locale?.[key] ?? english[key];
    if (message === undefined) throw new RangeError(`There is no message "${key}"`);
    const count = typeof first === 'number' ? first : 0;
    const given = (typeof first === 'number' ? second : first) ?? [count];
    return formOf(message, count, lang).replace(/\$([1-9])/g, (hole, digit) =>
      String(given[Number(digit) - 1] ?? hole),
    );
  };
  return { t: t as InterfaceTexts['t'], lang: locale ? lang : 'en' };
}
