/** The interface in a language, its messages resolved as the browser resolves them. */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { InterfaceProvider, type InterfaceTexts } from '../../../components/interface.tsx';
import { createTexts } from '../../../components/texts.ts';
import { LOCALES } from './locales.ts';

/**
 * Messages as a browser with one locale gives them: the forms of a message under keys of their own, and nothing for a key
 * that is not there. A placeholder without a substitution is an error here, for a reader would see a hole.
 */
export function textsOf(locale: string): InterfaceTexts {
  const messages = LOCALES[locale];
  if (!messages) throw new RangeError(`There is no locales/${locale}.json`);
  return createTexts(messages['interfaceLang'] as string, (path, substitutions) => {
    const [key = '', category] = path.split('.');
    const message = messages[key];
    if (message === undefined) throw new RangeError(`locales/${locale}.json has no "${key}"`);
    if ((typeof message === 'string') !== (category === undefined)) {
      throw new TypeError(`"${key}" ${category ? 'has no forms' : 'wants a count'}`);
    }
    const form = typeof message === 'string' ? message : message[category ?? ''];
    return (form ?? '').replace(/\$([1-9])/g, (_, digit: string) => {
      const value = substitutions[Number(digit) - 1];
      if (value === undefined) throw new RangeError(`"${path}" wants a substitution $${digit}`);
      return value;
    });
  });
}

export const texts = textsOf('en');

/** The HTML of a component within the interface, in English unless it is given in another language. */
export function htmlOf(component: ReactNode, within: InterfaceTexts = texts): string {
  return renderToStaticMarkup(<InterfaceProvider value={within}>{component}</InterfaceProvider>);
}

/** What a reader sees of some HTML: its text, tags left out. */
export function textIn(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
