/** Which mention lies under a point of the viewport. */
import type { PageMention } from './page-mentions.ts';

/** Slack around the words, in CSS pixels: the underline belongs to them. */
const SLACK = 3;

function holds(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top - SLACK && y <= rect.bottom + SLACK;
}

/** The rectangle of a range that holds a point, one for each line the range spans; undefined when none does. */
export function rectAt(range: Range, x: number, y: number): DOMRect | undefined {
  return Array.from(range.getClientRects()).find((rect) => holds(rect, x, y));
}

/** The mention under a point within an open shadow root, which carets of the document do not enter in every browser. */
function mentionInShadow(mentions: readonly PageMention[], x: number, y: number): PageMention | undefined {
  let top = document.elementFromPoint(x, y);
  if (!top?.shadowRoot) return undefined;
  for (let root: ShadowRoot | null = top.shadowRoot; root; root = top.shadowRoot) {
    const within: Element | null = root.elementFromPoint(x, y);
    // Where nothing of the root lies at the point, some browsers tell of the host itself.
    if (!within || within === top) break;
    top = within;
  }
  const around = top.shadowRoot ?? top;
  return mentions.find(({ range }) => around.contains(range.startContainer) && rectAt(range, x, y));
}

/**
 * The mention under a point, in CSS pixels of the viewport.
 * The browser is asked for the text position at the point, and only a mention there is measured.
 */
export function mentionAt(mentions: readonly PageMention[], x: number, y: number): PageMention | undefined {
  const caret = document.caretPositionFromPoint(x, y);
  if (caret?.offsetNode.nodeType !== Node.TEXT_NODE) return mentionInShadow(mentions, x, y);
  for (const mention of mentions) {
    const { range } = mention;
    if (!range.intersectsNode(caret.offsetNode)) continue;
    if (range.isPointInRange(caret.offsetNode, caret.offset) && rectAt(range, x, y)) return mention;
  }
  return undefined;
}
