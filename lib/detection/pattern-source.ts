/** Alias patterns as expressions over folded text, for rules that look at whole phrases. */
import { fold } from './fold.ts';

/** Signs that part nothing from what stands beside them in scripts without spaces. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const WORD = `[[\\p{L}\\p{N}_]--[${UNSPACED}]]`;
/** Source of an expression for where one word does not run on into the next; for the `v` flag. */
export const BORDER = `(?:(?<!${WORD})|(?!${WORD}))`;

/** An alias pattern as the source of an expression over folded text, for the `v` flag. */
export function sourceOfPattern(pattern: string): string {
  let depth = 0;
  return pattern
    .split(/([{}|])/)
    .map((part) => {
      if (part === '{') {
        depth++;
        return '(?:';
      }
      if (part === '}') {
        depth--;
        return ')';
      }
      if (part === '|') return depth > 0 ? '|' : '\\|';
      const [head, tail] = [/^\s/.test(part) ? ' ' : '', /\S\s+$/.test(part) ? ' ' : ''];
      return head + fold(part).replace(/[\\^$.*+?()[\]/]/g, '\\$&') + tail;
    })
    .join('');
}
