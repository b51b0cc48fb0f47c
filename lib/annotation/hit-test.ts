/** Which mention lies under a point of the viewport. */
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
  const caret = document.caretPositionFromPoint(x, y);
  if (caret?.offsetNode.nodeType !== Node.TEXT_NODE) return undefined;
  for (const mention of mentions) {
    const { range } = mention;
    if (!range.intersectsNode(caret.offsetNode)) continue;
    if (!range.isPointInRange(caret.offsetNode, caret.offset)) continue;
    if (indexOfLineAt(Array.from(range.getClientRects()), x, y, slack) !== -1) return mention;
  }
  return undefined;
}
