/** Brings words into the reader's view. */
import { scrollTo } from '../article/plain-dom.ts';

/** Whether a rectangle lies well within the window, with room for a card beside it. */
function inView({ top, bottom }: DOMRect): boolean {
  const margin = innerHeight * 0.1;
  return top >= margin && bottom <= innerHeight - margin;
}

/** Scrolls as little as needed to show the words of a range: scrolling boxes first, then the window. */
export function scrollToRange(range: Range): void {
  if (inView(range.getBoundingClientRect())) return;
  const { parentNode } = range.startContainer;
  const element = parentNode instanceof ShadowRoot ? parentNode.host : range.startContainer.parentElement;
  if (element) scrollTo(element);
  const rect = range.getBoundingClientRect();
  if (!inView(rect)) scrollBy({ top: rect.top - innerHeight / 2, behavior: 'instant' });
}
