/** Lets the reader's hand move something by a handle: mouse, pen or finger. */
import type { Point } from './place.ts';

/** A press that moves less than this, in CSS pixels, is no drag. */
const THRESHOLD = 4;

/** What is moved. */
export interface Draggable {
  /** Whether a press on an element takes hold of it. */
  isHandle(pressed: Element): boolean;
  /** Where its upper left corner is, when a drag begins. */
  corner(): Point;
  /** The hand takes its upper left corner there. */
  moveTo(corner: Point): void;
}

/** Listens on an element that holds the handle. Moving it by keyboard is not needed: a card never covers its words. */
export function makeDraggable(element: HTMLElement, target: Draggable): void {
  const holds = (event: MouseEvent) =>
    event.isTrusted && event.button === 0 && event.target instanceof Element && target.isHandle(event.target);

  // Neither does a drag select words of the page, nor does it take the focus from where the reader is writing.
  element.addEventListener('mousedown', (event) => {
    if (holds(event)) event.preventDefault();
  });
  element.addEventListener('pointerdown', (press) => {
    if (!press.isPrimary || !holds(press)) return;
    element.setPointerCapture(press.pointerId);
    const ended = new AbortController();
    let corner: Point | undefined;
    element.addEventListener(
      'pointermove',
      ({ pointerId, clientX, clientY }) => {
        if (pointerId !== press.pointerId) return;
        const x = clientX - press.clientX;
        const y = clientY - press.clientY;
        if (!corner && Math.hypot(x, y) < THRESHOLD) return;
        corner ??= target.corner();
        target.moveTo({ x: corner.x + x, y: corner.y + y });
      },
      { signal: ended.signal },
    );
    // Comes after a release as after a gesture that the browser has taken over.
    element.addEventListener('lostpointercapture', () => ended.abort(), { signal: ended.signal });
  });
}
