/** Detection over a text or a page as a tool has it, with offsets into what it was given. */
import { parsePage } from '../lib/article/html-tree.ts';
import type { Detector } from '../lib/detection/detect.ts';
import type { Strength } from '../lib/detection/dictionary.ts';
import { type Block, flowOfText, placeOf } from '../lib/detection/flow.ts';

/** Either a plain text or HTML. */
export interface Source {
  text?: string | undefined;
  html?: string | undefined;
  /** BCP 47 tag, when known. */
  lang?: string | undefined;
}

/** Words of a source that name an entity, in UTF-16 units into its text. */
export interface PlacedMention {
  entity: string;
  start: number;
  end: number;
  text: string;
  strength: Strength;
}

/** A source as detection reads it. */
export interface ReadSource {
  /** The text given, or the text content of the page's body. */
  text: string;
  blocks: Block<0>[];
  lang: string | undefined;
  /** ISO date or date and time that the page declares, or null. */
  published: string | null;
}

/** Reads a source. A language given wins over one that the page declares. */
export function readSource({ text = '', html, lang }: Source): ReadSource {
  if (html === undefined) return { text, blocks: flowOfText(text, lang), lang, published: null };
  const page = parsePage(html);
  return { ...page, lang: lang ?? page.lang };
}

/** The place in a source of words of a block, in UTF-16 units; undefined for words that the source does not have. */
export function placeIn(
  blocks: readonly Block<0>[],
  block: number,
  from: number,
  to: number,
): { start: number; end: number } | undefined {
  const start = placeOf(blocks[block] as Block<0>, from, 'start')?.offset;
  const end = placeOf(blocks[block] as Block<0>, to, 'end')?.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Every mention that would be underlined at "each mention". */
export function detectIn(
  { text, blocks, lang }: ReadSource,
  detector: Detector,
): { relevant: boolean; mentions: PlacedMention[] } {
  const { relevant, mentions } = detector.detect(blocks, { lang });
  return {
    relevant,
    mentions: mentions.flatMap(({ entity, strength, block, start: from, end: to }) => {
      const place = placeIn(blocks, block, from, to);
      return place ? [{ entity, ...place, text: text.slice(place.start, place.end), strength }] : [];
    }),
  };
}
