/** Tells from the reader's pointer which mention is meant: by staying on it, or by a click. */
import { mentionAt } from './hit-test.ts';
import type { PageMention } from './page-mentions.ts';

/** A pointer that rests on a mention this long, in milliseconds, means it; a shorter stay is passing over. */
const HOVER_INTENT = 120;
/** A pointer may be away from mention and card this long, in milliseconds: the way from one to the other. */
const LEAVE_GRACE = 300;

export interface Point {
  x: number;
  y: number;
}

/** What the pointer is asked about, and what is made of its answers. */
export interface PointerTarget {
  mentions(): readonly PageMention[];
  /** Whether the event happened in our own card. */
  isOnCard(event: Event): boolean;
  meant(mention: PageMention, point: Point, by: 'hover' | 'click'): void;
  /** The pointer has left the mention and its card. */
  left(): void;
  /** A press somewhere else on the page. */
  pressedElsewhere(): void;
}

/**
 * Follows the pointer until the signal ends it. Only events of the reader's own hand count; none is kept from the page.
 */
export function followPointer(target: PointerTarget, signal: AbortSignal): void {
  let hovered: PageMention | undefined;
  let intent: ReturnType<typeof setTimeout> | undefined;
  let leave: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const stayOn = () => {
    clearTimeout(leave);
    leave = undefined;
  };
  const goOff = () => {
    cancelAnimationFrame(frame);
    clearTimeout(intent);
    intent = undefined;
    hovered = undefined;
    leave ??= setTimeout(() => {
      leave = undefined;
      target.left();
    }, LEAVE_GRACE);
  };
  const look = (point: Point) => {
    const mention = mentionAt(target.mentions(), point.x, point.y);
    if (!mention) {
      goOff();
      return;
    }
    stayOn();
    if (mention === hovered) return;
    hovered = mention;
    clearTimeout(intent);
    intent = setTimeout(() => target.meant(mention, point, 'hover'), HOVER_INTENT);
  };

  const options = { signal, passive: true, capture: true } as const;
  document.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch') return;
      cancelAnimationFrame(frame);
      // A hand that drags is selecting or moving something.
      if (event.buttons !== 0) {
        clearTimeout(intent);
        hovered = undefined;
        return;
      }
      if (target.isOnCard(event)) {
        stayOn();
        clearTimeout(intent);
        return;
      }
      const point = { x: event.clientX, y: event.clientY };
      frame = requestAnimationFrame(() => look(point));
    },
    options,
  );
  document.documentElement.addEventListener('pointerleave', (event) => event.isTrusted && goOff(), { signal });
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted || target.isOnCard(event)) return;
      if (!mentionAt(target.mentions(), event.clientX, event.clientY)) target.pressedElsewhere();
    },
    options,
  );
  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || event.button !== 0 || target.isOnCard(event)) return;
      // A drag that selected words was no click on them.
      if (getSelection()?.isCollapsed === false) return;
      const point = { x: event.clientX, y: event.clientY };
      const mention = mentionAt(target.mentions(), point.x, point.y);
      if (!mention) return;
      clearTimeout(intent);
      stayOn();
      hovered = mention;
      target.meant(mention, point, 'click');
    },
    options,
  );
  signal.addEventListener('abort', () => {
    clearTimeout(intent);
    clearTimeout(leave);
    cancelAnimationFrame(frame);
  });
}
