/** What is timed without a change to the page: two plain readings of its text, and the three steps of the extension. */
import expressions from 'virtual:treaty-lens/gate-expressions';
import { paintMentions } from '../../../lib/annotation/highlights.ts';
import { findPageMentions, type PageMention } from '../../../lib/annotation/page-mentions.ts';
import { declaredLanguages } from '../../../lib/article/declared-languages.ts';
import { domTree } from '../../../lib/article/dom-tree.ts';
import { readFlow } from '../../../lib/article/read-flow.ts';
import type { Detector } from '../../../lib/detection/detect.ts';
import { passagesToAsk } from '../../../lib/detection/hints.ts';
import { createGate } from '../../../lib/detection/names-treaty.ts';

/** As many passages as `lib/article/gate.ts` asks about at once. */
const MOST_PASSAGES = 12;

/** The page's text by the browser's own reading: no way to look at a page costs less. */
export function readText(): number {
  return document.body.textContent.length;
}

/** Every text node in turn, as whatever looks at single nodes must walk them. */
export function walkText(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
  return length;
}

let gate: ((passage: string) => boolean) | undefined;

const sift = () => passagesToAsk(document.body.textContent, MOST_PASSAGES, declaredLanguages);

/** The first sieve, which is all that most pages see of the gate: how many passages may be asked about. */
export function siftText(): number {
  let count = 0;
  for (const { length } of sift()) count += length;
  return count;
}

/** Both sieves of the gate, of which the second stands in the background: 1 when the page names the treaty. */
export function askGate(): number {
  gate ??= createGate(expressions);
  for (const passages of sift()) if (passages.some(gate)) return 1;
  return 0;
}

/** Reading the flow of the page, which is a part of finding: how many blocks it has. */
export function readBlocks(): number {
  return readFlow(document.body, domTree).length;
}

/** Finding all mentions as the annotator does, ranges included. */
export function findAll(detector: Detector): PageMention[] {
  return findPageMentions(detector);
}

/**
 * Painting mentions: their ranges made anew, and the highlights. That ranges are made in finding too counts against
 * both.
 */
export function paintAll(mentions: readonly PageMention[]): number {
  paintMentions(
    mentions.map(({ range: { startContainer, startOffset, endContainer, endOffset }, ...mention }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return { ...mention, range };
    }),
    'line',
  );
  return mentions.length;
}
