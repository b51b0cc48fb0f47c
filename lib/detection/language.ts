/** Which languages' names are looked for in a text. */
import { expression } from './expression.ts';

/** UTF-16 units of a page by which its language is told. */
export const SAMPLE = 4000;
/** Signs of one script that make a text one of that script: enough for a headline, more than a name or two. */
const ENOUGH_SIGNS = 6;

/** Scripts that tell the language; the first of which a text has enough signs. */
const SCRIPTS: readonly [language: string, signs: () => RegExp][] = [
  ['ja', expression(String.raw`[\p{Script=Hiragana}\p{Script=Katakana}]`, 'gu')],
  ['zh', expression(String.raw`\p{Script=Han}`, 'gu')],
  ['ru', expression(String.raw`\p{Script=Cyrillic}`, 'gu')],
  // Letters of Persian that Arabic does not have.
  ['fa', expression('[پچژگکی]', 'gu')],
  ['ar', expression(String.raw`\p{Script=Arabic}`, 'gu')],
  ['vi', expression('[ăơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]', 'giu')],
];

/** Small words that are frequent in one language of Latin script and rare in the others. */
const SMALL_WORDS: readonly [language: string, words: RegExp][] = [
  ['en', /\b(?:the|and|of|to|that|with|has|was|by|from)\b/gi],
  ['fr', /\b(?:les|des|une|est|dans|pour|qui|sur|aux|avec)\b/gi],
  ['es', /\b(?:los|las|del|una|con|por|para|que|y|el)\b/gi],
  ['pt', /\b(?:os|uma|dos|das|não|com|ao|pela|pelo|em)\b/gi],
  ['de', /\b(?:der|die|und|das|den|von|nicht|mit|ein|eine)\b/gi],
  ['it', /\b(?:il|gli|della|delle|che|sono|nella|alla|per|è)\b/gi],
];

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * The language of a text, told from its script and its small words.
 * @returns a primary subtag of the dictionary's languages; English when nothing tells
 */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE).normalize('NFC');
  const script = SCRIPTS.find(([, signs]) => countOf(signs(), sample) >= ENOUGH_SIGNS);
  if (script) return script[0];
  let best = 'en';
  let most = 0;
  for (const [language, words] of SMALL_WORDS) {
    const count = countOf(words, sample);
    if (count > most) [best, most] = [language, count];
  }
  return best;
}

/** The primary subtag of a BCP 47 tag, in small letters; undefined for none, and for what is no tag ("english"). */
export function primarySubtag(tag: string | undefined): string | undefined {
  return /^[a-z]{2,3}(?=[-_]|$)/.exec(tag?.toLowerCase() ?? '')?.[0];
}

/**
 * The languages whose words a text may hold.
 * @param language the text's own: a primary subtag
 * @returns its own first; English is always among them, for it is quoted everywhere
 */
export function languagesIn(language: string): ReadonlySet<string> {
  return new Set([language, 'en']);
}
