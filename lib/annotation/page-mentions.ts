/** The mentions and figures of the page at hand, as live DOM ranges. */
import { domTree } from '../article/dom-tree.ts';
import { readFlow } from '../article/read-flow.ts';
import { sectionsOf } from '../article/sections.ts';
import type { ReadFigure } from '../dataset/figure-card.ts';
import type { Detector } from '../detection/detect.ts';
import type { Strength } from '../detection/dictionary.ts';
import { type Block, placeOf } from '../detection/flow.ts';
import { guessLanguage } from '../detection/language.ts';

/**
 * A mention where the reader sees it, or a figure, which is one of the treaty. The range stays on its words while the
 * page changes around them.
 */
export interface PageMention {
  entity: string;
  strength: Strength;
  /** Number of the section of the page that it stands in. */
  section: number;
  range: Range;
  /** What the words count, where they are a figure. */
  figure?: ReadFigure;
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
 * Finds the mentions and figures of the page, in the order of the page. Reads, and changes nothing.
 * @param detector made from the whole dictionary
 */
export function findPageMentions(detector: Detector): PageMention[] {
  if (!document.body) return [];
  const blocks = readFlow(document.body, domTree);
  const { mentions, figures } = detector.detect(blocks, {
    lang: languageOfPage(),
    isShown: (index, start) => isShown(blocks[index] as Block<Text>, start),
  });
  const sections = sectionsOf(blocks);
  const figureMentions = figures.map(({ kind, value, bound, block, start, end, line }) => {
    const words = (blocks[block] as Block<Text>).text.slice(start, end).replace(/\s+/g, ' ');
    const figure = { kind, value, bound, words };
    return { entity: 'treaty', strength: 'contextual', block, start: line.start, end: line.end, figure } as const;
  });
  return [...mentions, ...figureMentions]
    .sort((one, other) => one.block - other.block || one.start - other.start)
    .flatMap(({ block, start, end, ...mention }) => {
      const range = rangeOf(blocks[block] as Block<Text>, start, end);
      return range ? [{ ...mention, section: sections[block] ?? 0, range }] : [];
    });
}
