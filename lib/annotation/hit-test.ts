/** Which mention lies under a point of the viewport. */
import { plainDocument } from '../article/plain-document.ts';
import { shadowRootOf } from '../article/plain-dom.ts';
import type { PageMention } from './page-mentions.ts';
import type { Box } from './place.ts';

/** Slack around the words, in CSS pixels: the underline belongs to them. */
const SLACK = 3;
/** Slack around the words for a finger, which hides what it aims at. */
export const FINGER_SLACK = 8;

/** Index of the box that holds a point, one for each line that words span; -1 when none does. */
export function indexOfLineAt(lines: readonly Box[], x: number, y: number, slack = SLACK): number {
  return lines.findIndex(
    (line) => x >= line.x && x <= line.x + line.width && y >= line.y - slack && y <= line.y + line.height + slack,
  );
}

/** Whether the words are where a point is. */
function isAt({ range }: PageMention, x: number, y: number, slack: number): boolean {
  return indexOfLineAt(Array.from(range.getClientRects()), x, y, slack) !== -1;
}

/** The mention under a point within an open shadow root, which carets of the document do not enter in every browser. */
function mentionInShadow(
  mentions: readonly PageMention[],
  x: number,
  y: number,
  slack: number,
): PageMention | undefined {
  let top = plainDocument.elementFromPoint(x, y);
  if (!top || !shadowRootOf(top)) return undefined;
  for (let root = shadowRootOf(top); root; root = shadowRootOf(top)) {
    const within: Element | null = root.elementFromPoint(x, y);
    // Where nothing of the root lies at the point, some browsers tell of the host itself.
    if (!within || within === top) break;
    top = within;
  }
  const around = shadowRootOf(top) ?? top;
  return mentions.find((mention) => around.contains(mention.range.startContainer) && isAt(mention, x, y, slack));
}

/**
 * The mention under a point, in CSS pixels of the viewport.
 * The browser is asked for the text position at the point, and only a mention there is measured.
 * @param slack how far above or below the words the point may be
 */
export function mentionAt(
  mentions: readonly PageMention[],
  x: number,
  y: number,
  slack = SLACK,
): PageMention | undefined {
  const caret = plainDocument.caretPositionFromPoint(x, y);
  if (caret?.offsetNode.nodeType !== Node.TEXT_NODE) return mentionInShadow(mentions, x, y, slack);
  for (const mention of mentions) {
    const { range } = mention;
    if (!range.intersectsNode(caret.offsetNode)) continue;
    if (!range.isPointInRange(caret.offsetNode, caret.offset)) continue;
    if (isAt(mention, x, y, slack)) return mention;
  }
  return undefined;
}
