/** Folding for the gate: by the language's own means, on a few hundred letters at a time, without offsets. */

/** Letters that Unicode does not decompose; the same as in `fold.ts`, as far as the treaty's names hold them. */
const SPELT: Readonly<Record<string, string>> = { ß: 'ss', đ: 'd', ı: 'i', ی: 'ي', ى: 'ي', ک: 'ك', ة: 'ه' };

/** What may be a mark or a sign that is not seen: no letter of Latin script, and none of its punctuation. */
const MAY_BE_UNSEEN = /\u00ad|[\u0300-\u200f\u2028-\u202f\u2060-\uffff]/;

/** A text without accents and invisible characters, once its accents stand by themselves. */
function withoutUnseen(text: string): string {
  // Most passages have none, and to find that out by properties of letters takes longer than all the rest.
  return MAY_BE_UNSEEN.test(text) ? text.replace(/[\p{M}\p{Cf}ـ]/gu, '') : text;
}

/**
 * The same text written anew. Chromium keeps a text in two bytes a letter when the one it was made from held a wide
 * character, if only a quotation mark, and expressions run over it at half the speed.
 */
function rewritten(text: string): string {
  return JSON.parse(JSON.stringify(text));
}

/** A text in small letters, without accents and invisible characters, with one dash, one apostrophe, one space. */
export function foldLightly(text: string): string {
  return rewritten(
    withoutUnseen(text.normalize('NFKD'))
      .toLowerCase()
      .replace(/[ßđıیىکة]/g, (letter) => SPELT[letter] ?? letter)
      .replace(/[‐-―−]/g, '-')
      .replace(/[‘’ʼ]/g, "'")
      .replace(/\s{2,}|[^\S ]/g, ' '),
  );
}
