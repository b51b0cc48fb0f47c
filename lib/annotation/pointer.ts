/** Tells from the reader's pointer which mention is meant: by staying on it, or by a click. */
import { plainDocument } from '../article/plain-document.ts';
import { closestTo } from '../article/plain-dom.ts';
import { FINGER_SLACK, mentionAt } from './hit-test.ts';
import type { PageMention } from './page-mentions.ts';
import type { Box, Point } from './place.ts';
import { isToward } from './toward.ts';

/** A pointer that rests on a mention this long, in milliseconds, means it; a shorter stay is passing over. */
const HOVER_INTENT = 100;
/** A pointer may be away from mention and card this long, in milliseconds: the way from one to the other. */
const LEAVE_GRACE = 300;
/** A pointer that stops this long, in milliseconds, on its way to the card is not on its way any more. */
const REST = 150;

/** What the pointer is asked about, and what is made of its answers. */
export interface PointerTarget {
  mentions(): readonly PageMention[];
  /** Whether the event happened in our own card. */
  isOnCard(event: Event): boolean;
  /** Whether the card of the mention is open. */
  isOpen(mention: PageMention): boolean;
  /** Where the open card is; undefined when none is open. */
  cardBox(): Box | undefined;
  /** The pointer has come onto the mention, and may come to mean it. */
  mayMean(mention: PageMention): void;
  meant(mention: PageMention, point: Point, by: 'hover' | 'click'): void;
  /** The pointer has left the mention and its card. */
  left(): void;
  /** A press, or a finger's tap, somewhere else on the page. */
  pressedElsewhere(): void;
}

/** Whether a click on a mention follows a link that holds it. */
function isInLink({ range }: PageMention, { target }: Event): boolean {
  const link = target instanceof Element ? closestTo(target, 'a[href], [role=link]') : null;
  return link?.contains(range.startContainer) === true;
}

/**
 * Follows the pointer until the signal ends it. Only events of the reader's own hand count, and none is kept from the
 * page but a finger's first tap on a mention within a link.
 */
export function followPointer(target: PointerTarget, signal: AbortSignal): void {
  let hovered: PageMention | undefined;
  let intent: ReturnType<typeof setTimeout> | undefined;
  let leave: ReturnType<typeof setTimeout> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  /** Where the pointer was last on the mention whose card is open. */
  let exit: Point | undefined;
  /** The mention that a finger tapped last. */
  let tapped: PageMention | undefined;

  const stayOn = () => {
    clearTimeout(leave);
    leave = undefined;
    clearTimeout(rest);
  };
  const goOff = () => {
    cancelAnimationFrame(frame);
    clearTimeout(intent);
    clearTimeout(rest);
    intent = undefined;
    hovered = undefined;
    leave ??= setTimeout(() => {
      leave = undefined;
      target.left();
    }, LEAVE_GRACE);
  };
  const judge = (mention: PageMention | undefined, point: Point) => {
    if (!mention) {
      goOff();
      return;
    }
    stayOn();
    if (mention === hovered) return;
    hovered = mention;
    clearTimeout(intent);
    intent = setTimeout(() => {
      exit = point;
      target.meant(mention, point, 'hover');
    }, HOVER_INTENT);
    target.mayMean(mention);
  };
  const look = (point: Point) => {
    const mention = mentionAt(target.mentions(), point.x, point.y);
    if (mention && target.isOpen(mention)) exit = point;
    const card = target.cardBox();
    // What lies on the way to the card is passed over, other mentions as well.
    if (card && exit && exit !== point && isToward(card, exit, point)) {
      stayOn();
      clearTimeout(intent);
      hovered = undefined;
      rest = setTimeout(() => judge(mention, point), REST);
    } else judge(mention, point);
  };

  const options = { signal, passive: true, capture: true } as const;
  plainDocument.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch') return;
      cancelAnimationFrame(frame);
      // A hand that drags is selecting or moving something.
      if (event.buttons !== 0) {
        clearTimeout(intent);
        clearTimeout(rest);
        hovered = undefined;
        return;
      }
      if (target.isOnCard(event)) {
        stayOn();
        clearTimeout(intent);
        hovered = undefined;
        return;
      }
      const point = { x: event.clientX, y: event.clientY };
      frame = requestAnimationFrame(() => look(point));
    },
    options,
  );
  // A page may be without its root element for a while.
  plainDocument.documentElement?.addEventListener('pointerleave', (event) => event.isTrusted && goOff(), { signal });
  plainDocument.addEventListener(
    'pointerdown',
    (event) => {
      // A finger may be about to scroll: what it means is told by its tap.
      if (!event.isTrusted || event.pointerType === 'touch' || target.isOnCard(event)) return;
      // What a press means is told by its click, or it begins a drag.
      clearTimeout(intent);
      clearTimeout(rest);
      if (!mentionAt(target.mentions(), event.clientX, event.clientY)) target.pressedElsewhere();
    },
    options,
  );
  // On the window, to be there before the page's own listeners.
  window.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || event.button !== 0) return;
      const before = tapped;
      tapped = undefined;
      // A drag that selected words was no click on them.
      if (target.isOnCard(event) || getSelection()?.isCollapsed === false) return;
      const finger = event.pointerType === 'touch';
      const point = { x: event.clientX, y: event.clientY };
      const mention = mentionAt(target.mentions(), point.x, point.y, finger ? FINGER_SLACK : undefined);
      if (!mention) {
        if (finger) target.pressedElsewhere();
        return;
      }
      if (finger) {
        tapped = mention;
        // A finger cannot point at a link without tapping it, so its first tap opens the card and its second follows
        // the link. The first is kept from the page altogether: where a site's script follows links, it would do so
        // even if the browser were kept from it. No third tap is ever needed, though the card may not have opened.
        if (isInLink(mention, event) && before !== mention && !target.isOpen(mention)) {
          event.preventDefault();
          event.stopImmediatePropagation();
        }
      }
      clearTimeout(intent);
      stayOn();
      hovered = mention;
      exit = point;
      target.meant(mention, point, 'click');
    },
    { signal, capture: true },
  );
  signal.addEventListener('abort', () => {
    clearTimeout(intent);
    clearTimeout(leave);
    clearTimeout(rest);
    cancelAnimationFrame(frame);
  });
}
