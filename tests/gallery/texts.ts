/** The interface's texts of any locale file, for the gallery, which has no browser to resolve its messages. */
import type { InterfaceTexts } from '../../components/interface.tsx';
import { createTexts } from '../../components/texts.ts';

type Locale = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

const LOCALES = import.meta.glob<Locale>('../../locales/*.json', { eager: true, import: 'default' });

/**
 * The texts of an interface language; English where there is no such locale.
 * @param file name of the locale's file, without its ending
 * @throws {RangeError} for a message that the locale lacks
 */
export function textsIn(file: string): InterfaceTexts {
  const locale = LOCALES[`../../locales/${file}.json`] ?? LOCALES['../../locales/en.json'] ?? {};
  return createTexts(String(locale['interfaceLang']), (key, substitutions) => {
    const [name = '', category] = key.split('.');
    const message = locale[name];
    if (message === undefined) throw new RangeError(`There is no message "${name}"`);
    const form = typeof message === 'string' ? message : (message[category ?? ''] ?? '');
    return form.replace(/\$([1-9])/g, (hole, digit) => substitutions[Number(digit) - 1] ?? hole);
  });
}
