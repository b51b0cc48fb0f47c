/** The mentions and figures of the page at hand, as live DOM ranges. */
import { domTree } from '../article/dom-tree.ts';
import { readFlowInSteps } from '../article/read-flow.ts';
import { sectionsOf } from '../article/sections.ts';
import type { ReadFigure } from '../dataset/figure-card.ts';
import type { Detector, Found } from '../detection/detect.ts';
import type { Strength } from '../detection/dictionary.ts';
import { type Block, placeOf } from '../detection/flow.ts';
import { guessLanguage } from '../detection/language.ts';
import { finish, type Steps } from '../detection/steps.ts';

/**
 * A mention where the reader sees it, or a figure, which is one of the treaty. The range stays on its words while the
 * page changes around them.
 */
export interface PageMention {
  entity: string;
  strength: Strength;
  /** Number of the section of the page that it stands in. */
  section: number;
  /** The words as they were read. */
  words: string;
  range: Range;
  /** What the words count, where they are a figure. */
  figure?: ReadFigure;
}

/**
 * Makes a live range of a stretch of a block's text; undefined when an end of it is no text of the page, or when the page
 * has changed since it was read.
 */
function rangeOf(block: Block<Text>, start: number, end: number): Range | undefined {
  const from = placeOf(block, start, 'start');
  const to = placeOf(block, end, 'end');
  if (!from || !to || from.offset > from.source.length || to.offset > to.source.length) return undefined;
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

/** Whether a block begins or ends in the window. */
function isInView(block: Block<Text>): boolean {
  const element = block.pieces[0]?.source.parentElement;
  if (!element) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Ranges that are made in one step. */
const RANGES_A_STEP = 64;

function* rangesOf(
  blocks: readonly Block<Text>[],
  sections: readonly number[],
  { mentions, figures }: Found,
): Steps<PageMention[]> {
  const figureMentions = figures.map(({ kind, value, bound, block, start, end, line }) => {
    const words = (blocks[block] as Block<Text>).text.slice(start, end).replace(/\s+/g, ' ');
    const figure = { kind, value, bound, words };
    return { entity: 'treaty', strength: 'contextual', block, start: line.start, end: line.end, figure } as const;
  });
  const all = [...mentions, ...figureMentions].sort((one, other) => one.block - other.block || one.start - other.start);
  const placed: PageMention[] = [];
  for (const [index, { block, start, end, ...mention }] of all.entries()) {
    if (index % RANGES_A_STEP === RANGES_A_STEP - 1) yield;
    const range = rangeOf(blocks[block] as Block<Text>, start, end);
    if (range) placed.push({ ...mention, section: sections[block] ?? 0, words: range.toString(), range });
  }
  return placed;
}

/**
 * Finds the mentions and figures of the page, in the order of the page, in steps. Reads, and changes nothing.
 *
 * What the reader has in view comes first, story by story: which names count is told by the whole of a story, so that
 * nothing less can be told rightly. When the stories in view are done and others are left, yields what they mention.
 * @param detector made from the whole dictionary
 */
export function* findPageMentionsInSteps(detector: Detector): Steps<PageMention[], PageMention[]> {
  if (!document.body) return [];
  const blocks = yield* readFlowInSteps(document.body, domTree);
  const sections = sectionsOf(blocks);
  const detection = detector.detectInSteps(blocks, {
    lang: languageOfPage(),
    isShown: (index, start) => isShown(blocks[index] as Block<Text>, start),
    isInView: (index) => isInView(blocks[index] as Block<Text>),
  });
  for (;;) {
    const { done, value } = detection.next();
    if (done) return yield* rangesOf(blocks, sections, value);
    yield value && (yield* rangesOf(blocks, sections, value));
  }
}

/** As `findPageMentionsInSteps`, at once. */
export function findPageMentions(detector: Detector): PageMention[] {
  return finish(findPageMentionsInSteps(detector));
}
