/** The interface in English, its messages resolved as the browser resolves them. */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { InterfaceProvider, type InterfaceTexts } from '../../../components/interface.tsx';
import en from '../../../locales/en.json' with { type: 'json' };

type Message = string | Readonly<Record<string, string>>;

/** The form of a message for a count: the one written for it, else the general one. */
function formFor(message: Message, key: string, count: number): string {
  if (typeof message === 'string') throw new TypeError(`"${key}" has no plural forms`);
  const form = message[String(count)] ?? message['n'];
  if (form === undefined) throw new RangeError(`"${key}" has no form for ${count}`);
  return form;
}

/** Puts `$1` to `$9` in; a placeholder without a substitution is an error here, for a reader would see a hole. */
function substitute(form: string, key: string, substitutions: readonly string[]): string {
  return form.replace(/\$([1-9])/g, (_, digit: string) => {
    const value = substitutions[Number(digit) - 1];
    if (value === undefined) throw new RangeError(`"${key}" wants a substitution $${digit}`);
    return value;
  });
}

function resolve(key: string, first?: number | string[], second?: string[]): string {
  const message = (en as Readonly<Record<string, Message>>)[key];
  if (message === undefined) throw new RangeError(`locales/en.json has no "${key}"`);
  if (typeof first === 'number') return substitute(formFor(message, key, first), key, second ?? [String(first)]);
  if (typeof message !== 'string') throw new TypeError(`"${key}" wants a count`);
  return substitute(message, key, first ?? []);
}

export const texts: InterfaceTexts = { t: resolve as InterfaceTexts['t'], lang: 'en' };

/** The HTML of a component within the English interface. */
export function htmlOf(component: ReactNode): string {
  return renderToStaticMarkup(<InterfaceProvider value={texts}>{component}</InterfaceProvider>);
}

/** What a reader sees of some HTML: its text, tags left out. */
export function textIn(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
