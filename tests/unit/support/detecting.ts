/** Detection as the extension does it, in a form that a test can state: which entity, in which words. */
import { parsePage } from '../../../lib/article/html-tree.ts';
import { createDetector, type Detection } from '../../../lib/detection/detect.ts';
import { type Block, flowOfText } from '../../../lib/detection/flow.ts';
import { repositoryDictionary } from '../../../tools/dataset-plugin.ts';

/** The repository's dictionary, compiled once for all tests of a file. */
export const dictionary = repositoryDictionary();
/** A detector of the repository's dictionary. */
export const detector = createDetector(dictionary);

/** An entity and the words that name it. */
export type Named = [entity: string, words: string];

function namedBy({ mentions }: Detection, blocks: readonly Block<0>[]): Named[] {
  return mentions.map(({ entity, block, start, end }) => [entity, blocks[block]?.text.slice(start, end) ?? '']);
}

/** What a plain text mentions, in the order of the text. */
export function namedInText(text: string, lang = 'en'): Named[] {
  const blocks = flowOfText(text, lang);
  return namedBy(detector.detect(blocks), blocks);
}

/** What a page mentions, in the order of the page. */
export function namedInHtml(html: string): Named[] {
  const { blocks, lang } = parsePage(html);
  return namedBy(detector.detect(blocks, { lang: lang ?? 'en' }), blocks);
}

/** The words of a text that name one entity. */
export function wordsFor(entity: string, text: string): string[] {
  return namedInText(text)
    .filter(([named]) => named === entity)
    .map(([, words]) => words);
}
