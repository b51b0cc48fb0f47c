/** Which languages' names are looked for in a text. */

const ENGLISH: ReadonlySet<string> = new Set(['en']);

/**
 * The languages whose names a block may hold.
 * @param lang the BCP 47 tag that the page or the block declares
 * @returns primary subtags; English is always among them, for its names are quoted everywhere
 */
export function languagesOf(_text: string, lang: string | undefined): ReadonlySet<string> {
  const primary = lang?.toLowerCase().split(/[-_]/)[0];
  return primary ? new Set([primary, 'en']) : ENGLISH;
}
