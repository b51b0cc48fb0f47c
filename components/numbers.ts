/** Numbers as the reader's language writes them. */

/**
 * The digits 0 to 9 in every language. Left to itself, Arabic has others in some browsers and not in others; UN News, Al
 * Jazeera and the dataset's Arabic texts write these, and so do the lists that browsers number.
 */
export const DIGITS = { numberingSystem: 'latn' } as const;

/** @param lang BCP 47 tag */
export function formatNumber(value: number, lang: string): string {
  return new Intl.NumberFormat(lang, DIGITS).format(value);
}
