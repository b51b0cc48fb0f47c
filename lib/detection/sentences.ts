/** Sentences of a text, as far as rules need them. */
import { expression } from './expression.ts';
import { offsetBy } from './fold.ts';

/** What ends a sentence; a full stop only before white space and a capital, a digit or a quotation mark. */
const ending = expression(String.raw`[.!?…]["'”’»)\]]*\s+(?=[\p{Lu}\p{Lo}\p{N}"'“‘«¿¡(])|[。！？؟۔\n]`, 'gu');
/** What looks like a sentence's end and is none: initials and short forms before a name. */
const shortForm = expression(
  String.raw`(?<![\p{L}\p{N}\p{Cf}])(?:\p{L}|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|St|No|Art|Arts|vs|Oct|Nov|Dec|Jan|Feb|Aug|Sept))\.\s+$`,
  'u',
);
/** No sentence is looked for farther away than so many UTF-16 units. */
const REACH = 500;

/** The sentence around a stretch of a text, or what of it lies within reach: UTF-16 offsets of its start and end. */
export function sentenceAround(text: string, start: number, end: number): [start: number, end: number] {
  const from = offsetBy(text, start, -REACH);
  const window = text.slice(from, offsetBy(text, end, REACH));
  let first = from;
  for (const { 0: mark, index } of window.matchAll(ending())) {
    const behind = from + index + mark.length;
    if (shortForm().test(window.slice(0, index + mark.length))) continue;
    if (behind <= start) first = behind;
    else if (from + index >= end) return [first, from + index + 1];
  }
  return [first, from + window.length];
}
