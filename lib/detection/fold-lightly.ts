/** Folding for the gate: by the language's own means, on a few hundred letters at a time, without offsets. */

/** Letters that Unicode does not decompose; the same as in `fold.ts`, as far as the treaty's names hold them. */
const SPELT: Readonly<Record<string, string>> = { ß: 'ss', đ: 'd', ı: 'i', ی: 'ي', ى: 'ي', ک: 'ك', ة: 'ه' };

/** A text in small letters, without accents and invisible characters, with one dash, one apostrophe, one space. */
export function foldLightly(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}ـ]/gu, '')
    .toLowerCase()
    .replace(/[ßđıیىکة]/g, (letter) => SPELT[letter] ?? letter)
    .replace(/[‐-―−]/g, '-')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/\s+/g, ' ');
}
