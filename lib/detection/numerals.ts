/** Numbers as texts write them in digits, of whatever script. */

/** The zeros of the digits in use: European, Arabic, Persian. */
const ZEROS = [0x30, 0x660, 0x6f0];
const HAN: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Source of an expression for one digit. */
export const DIGIT = '[0-9٠-٩۰-۹]';
/** Source of an expression for a number below a hundred in Han numerals. */
export const HAN_NUMBER = '[一二三四五六七八九十]{1,4}';

function ofDigits(words: string): number | undefined {
  let value = 0;
  for (const char of words) {
    const code = char.charCodeAt(0);
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    if (zero === undefined) return undefined;
    value = value * 10 + code - zero;
  }
  return value;
}

/**
 * The value of a number written in digits or, below a hundred, in Han numerals (二十四).
 * @returns undefined for anything else
 */
export function numberIn(words: string): number | undefined {
  const digits = ofDigits(words);
  if (digits !== undefined) return words === '' ? undefined : digits;
  const [, tens, ten, units] = /^([二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(words) ?? [];
  if (!ten) return tens && units ? undefined : HAN[tens ?? units ?? ''];
  return (HAN[tens ?? '一'] as number) * 10 + (units ? (HAN[units] as number) : 0);
}
