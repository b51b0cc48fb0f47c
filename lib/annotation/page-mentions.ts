/** The mentions and figures of the page at hand, as live DOM ranges. */
import { declaredLanguage } from '../article/declared-languages.ts';
import { domTree } from '../article/dom-tree.ts';
import { plainDocument } from '../article/plain-document.ts';
import { boxOf } from '../article/plain-dom.ts';
import { readFlowInSteps } from '../article/read-flow.ts';
import { sectionsOf } from '../article/sections.ts';
import type { ReadFigure } from '../dataset/figure-card.ts';
import type { Detector, Found } from '../detection/detect.ts';
import type { Strength } from '../detection/dictionary.ts';
import { type Block, pieceAt, placeOf } from '../detection/flow.ts';
import { guessLanguage } from '../detection/language.ts';
import type { Memory } from '../detection/memory.ts';
import { finish, type Steps } from '../detection/steps.ts';
import { Visibility } from './visibility.ts';

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

/** Where words begin and end in the page. */
interface Ends {
  from: { source: Text; offset: number };
  to: { source: Text; offset: number };
}

/**
 * Some of a text node's letters, as far as it has them. Not by its `data`, of which Firefox makes a copy each time it is
 * asked.
 */
function lettersOf(text: Text, from: number, to: number): string {
  return from < text.length ? text.substringData(from, to - from) : '';
}

/**
 * The ends of a stretch of a block's text; undefined when one of them is no text of the page, or when other words stand
 * there now than were read.
 */
function endsOf(block: Block<Text>, start: number, end: number): Ends | undefined {
  const from = placeOf(block, start, 'start');
  const to = placeOf(block, end, 'end');
  if (!from || !to) return undefined;
  for (const { at, length, source, offset } of block.pieces.slice(pieceAt(block, start), pieceAt(block, end - 1) + 1)) {
    const [first, last] = [Math.max(start, at), Math.min(end, at + length)];
    if (lettersOf(source, offset + first - at, offset + last - at) !== block.text.slice(first, last)) return undefined;
  }
  return { from, to };
}

/** The words between two ends, as a range over them gives them. */
function wordsOf({ from, to }: Ends, range: Range): string {
  return from.source === to.source ? lettersOf(from.source, from.offset, to.offset) : range.toString();
}

function rangeOf({ from, to }: Ends): Range {
  const range = new Range();
  range.setStart(from.source, from.offset);
  range.setEnd(to.source, to.offset);
  return range;
}

/** Mentions by where they begin. They do not overlap, so that a place is one's alone. */
function byPlace(mentions: readonly PageMention[]): Map<Node, Map<number, PageMention>> {
  const places = new Map<Node, Map<number, PageMention>>();
  for (const mention of mentions) {
    const { startContainer, startOffset } = mention.range;
    const inNode = places.get(startContainer);
    if (inNode) inNode.set(startOffset, mention);
    else places.set(startContainer, new Map([[startOffset, mention]]));
  }
  return places;
}

/** Whether a range, which its page may have moved, goes from one end to the other. */
function goes(range: Range, { from, to }: Ends): boolean {
  return (
    range.startContainer === from.source &&
    range.startOffset === from.offset &&
    range.endContainer === to.source &&
    range.endOffset === to.offset
  );
}

/** The language that the page declares, or else that its text tells: a BCP 47 tag. */
export function languageOfPage(): string {
  return declaredLanguage() ?? guessLanguage(plainDocument.body?.textContent ?? '');
}

/** Whether the whole page is being written, as an editor's frame is. What is editable in a page is told by its elements. */
function isEditable(): boolean {
  return plainDocument.designMode === 'on' || plainDocument.documentElement.isContentEditable;
}

/** Whether a block begins or ends in the window. */
function isInView(block: Block<Text>): boolean {
  const element = block.pieces[0]?.source.parentElement;
  if (!element) return false;
  const { top, bottom } = boxOf(element);
  return bottom > 0 && top < innerHeight;
}

/** What is there from readings before. */
export interface Before {
  /** The mentions that were found last. */
  found(): readonly PageMention[];
  memory?: Memory;
}

/** Ranges that are made in one step. */
const RANGES_A_STEP = 64;

function* rangesOf(
  blocks: readonly Block<Text>[],
  sections: readonly number[],
  { mentions, figures }: Found,
  known: readonly PageMention[],
): Steps<PageMention[]> {
  const figureMentions = figures.map(({ kind, value, bound, block, start, end, line }) => {
    const words = (blocks[block] as Block<Text>).text.slice(start, end).replace(/\s+/g, ' ');
    const figure = { kind, value, bound, words };
    return { entity: 'treaty', strength: 'contextual', block, start: line.start, end: line.end, figure } as const;
  });
  const all = [...mentions, ...figureMentions].sort((one, other) => one.block - other.block || one.start - other.start);
  const places = byPlace(known);
  const placed: PageMention[] = [];
  for (const [index, { block, start, end, ...mention }] of all.entries()) {
    if (index % RANGES_A_STEP === RANGES_A_STEP - 1) yield;
    const ends = endsOf(blocks[block] as Block<Text>, start, end);
    if (!ends) continue;
    const section = sections[block] ?? 0;
    const figure = 'figure' in mention ? mention.figure : undefined;
    const old = places.get(ends.from.source)?.get(ends.from.offset);
    if (old?.entity === mention.entity && old.figure?.words === figure?.words && goes(old.range, ends)) {
      old.section = section;
      old.words = wordsOf(ends, old.range);
      placed.push(old);
      continue;
    }
    const range = rangeOf(ends);
    placed.push({ ...mention, section, words: wordsOf(ends, range), range });
  }
  return placed;
}

/**
 * Finds the mentions and figures of the page, in the order of the page, in steps. Reads, and changes nothing.
 *
 * What the reader has in view comes first, story by story: which names count is told by the whole of a story, so that
 * nothing less can be told rightly. When the stories in view are done and others are left, yields what they mention.
 * @param detector made from the whole dictionary
 * @param before what this detector found last: mentions that stand where they stood are the same objects still
 * @param visibility a new one, which knows afterwards what was seen
 */
export function* findPageMentionsInSteps(
  detector: Detector,
  before: Before = { found: () => [] },
  visibility = new Visibility(),
): Steps<PageMention[], PageMention[]> {
  if (!plainDocument.body || isEditable()) return [];
  const blocks = yield* readFlowInSteps(plainDocument.body, domTree);
  const sections = sectionsOf(blocks);
  const isShown = (index: number, start: number) => {
    const element = placeOf(blocks[index] as Block<Text>, start, 'start')?.source.parentElement;
    return element ? visibility.isShown(element) : false;
  };
  const detection = detector.detectInSteps(blocks, {
    lang: languageOfPage(),
    isShown,
    isInView: (index) => isInView(blocks[index] as Block<Text>),
    ...(before.memory && { memory: before.memory }),
  });
  for (;;) {
    const { done, value } = detection.next();
    if (done) return yield* rangesOf(blocks, sections, value, before.found());
    yield value && (yield* rangesOf(blocks, sections, value, before.found()));
  }
}

/** As `findPageMentionsInSteps`, at once. */
export function findPageMentions(detector: Detector): PageMention[] {
  return finish(findPageMentionsInSteps(detector));
}
