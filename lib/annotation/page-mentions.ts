/** The mentions of the page at hand, as live DOM ranges. */
import { domTree } from '../article/dom-tree.ts';
import { readFlow } from '../article/read-flow.ts';
import { sectionsOf } from '../article/sections.ts';
import type { Detector } from '../detection/detect.ts';
import type { Strength } from '../detection/dictionary.ts';
import { type Block, placeOf } from '../detection/flow.ts';
import { guessLanguage } from '../detection/language.ts';

/** A mention where the reader sees it. The range stays on its words while the page changes around them. */
export interface PageMention {
  entity: string;
  strength: Strength;
  /** Number of the section of the page that it stands in. */
  section: number;
  /** The words as they were read. */
  words: string;
  range: Range;
}

/** Makes a live range of a stretch of a block's text; undefined when an end of it is no text of the page. */
function rangeOf(block: Block<Text>, start: number, end: number): Range | undefined {
  const from = placeOf(block, start, 'start');
  const to = placeOf(block, end, 'end');
  if (!from || !to) return undefined;
  const range = document.createRange();
  range.setStart(from.source, from.offset);
  range.setEnd(to.source, to.offset);
  return range;
}

/** Whether a reader sees the words: their element is rendered, not hidden by any style. */
function isShown(block: Block<Text>, start: number): boolean {
  return placeOf(block, start, 'start')?.source.parentElement?.checkVisibility({ visibilityProperty: true }) === true;
}

/** The language that the page declares, or else that its text tells: a BCP 47 tag. */
export function languageOfPage(): string {
  return document.documentElement.lang || guessLanguage(document.body?.textContent ?? '');
}

/**
 * Finds the mentions of the page, in the order of the page. Reads, and changes nothing.
 * @param detector made from the whole dictionary
 */
export function findPageMentions(detector: Detector): PageMention[] {
  if (!document.body) return [];
  const blocks = readFlow(document.body, domTree);
  const { mentions } = detector.detect(blocks, {
    lang: languageOfPage(),
    isShown: (index, start) => isShown(blocks[index] as Block<Text>, start),
  });
  const sections = sectionsOf(blocks);
  return mentions.flatMap(({ entity, strength, block, start, end }) => {
    const range = rangeOf(blocks[block] as Block<Text>, start, end);
    return range ? [{ entity, strength, section: sections[block] ?? 0, words: range.toString(), range }] : [];
  });
}
