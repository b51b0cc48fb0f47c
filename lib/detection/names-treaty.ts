/** The gate's question, asked of every page: does this text name the treaty at all? */
import { foldLightly } from './fold-lightly.ts';
import type { GateExpressions } from './gate-expressions.ts';

/**
 * Words of which every sure name of the treaty holds one, in every language of the dictionary. The native search for
 * them settles the question on nearly every page. Names without one (UNCC) are seen on pages that hold another name.
 */
const HINT_WORDS = [
  ...['cyber', 'ciber', 'criminalit', 'informatic', 'criminal purposes', 'surveillance treaty', 'uncc'],
  ...['hanoi', 'ha noi', 'ha-noi', 'toi pham mang', 'кибер', 'ханойск', 'информационно-коммуникац'],
  ...['网络犯罪', '网路犯罪', '網絡犯罪', '網路犯罪', '信息通信技术', '河内', '河內', 'サイバー', 'サイハー', 'ハノイ'],
  ...['سيبران', 'سايبر', 'سايبري', 'سیبر', 'سایبر', 'لكتروني', 'هانوي', 'هانوی', 'معلومات', 'اطلاعات'],
];
/** What may stand within a word unseen, or dress a letter: soft hyphens, zero-width characters, combining marks. */
const UNSEEN = '[\\u00ad\\u200b-\\u200d\\u2060\\u0300-\\u036f\\u064b-\\u0652]*';
/** Letters that may bear an accent within them. */
const ACCENTED: Readonly<Record<string, string>> = {
  a: '[aàáâã]',
  o: '[oóôộồ]',
  i: '[iïí]',
  ' ': '\\s',
  '-': '[-‐‑]',
};

const HINTS = new RegExp(
  HINT_WORDS.map((word) => Array.from(word, (letter) => ACCENTED[letter] ?? letter).join(UNSEEN)).join('|'),
  'giu',
);
/** UTF-16 units on both sides of a hint within which a name that holds it, and the United Nations, must lie. */
const WINDOW = 200;
/** Hints looked at; a page with more that names nobody we know is about something else. */
const MOST_HINTS = 400;

/**
 * Makes the gate's question from the treaty's names.
 * @returns tells of a page's text content whether it names the treaty: surely, or in words that are the treaty's own
 *   beside the United Nations
 */
export function createGate(expressions: GateExpressions): (text: string) => boolean {
  let compiled: Record<keyof GateExpressions, RegExp> | undefined;

  function namesTreatyIn(text: string): boolean {
    compiled ??= {
      distinctive: new RegExp(expressions.distinctive, 'u'),
      contextual: new RegExp(expressions.contextual, 'u'),
      un: new RegExp(expressions.un, 'u'),
      blocked: new RegExp(expressions.blocked, 'gu'),
    };
    const folded = foldLightly(text).replace(compiled.blocked, '￼');
    return compiled.distinctive.test(folded) || (compiled.contextual.test(folded) && compiled.un.test(folded));
  }

  return (text) => {
    let looked = 0;
    let readTo = 0;
    for (const { index } of text.matchAll(HINTS)) {
      if (index < readTo) continue;
      if (++looked > MOST_HINTS) return false;
      readTo = index + WINDOW;
      if (namesTreatyIn(text.slice(Math.max(0, index - WINDOW), readTo + WINDOW))) return true;
    }
    return false;
  };
}
