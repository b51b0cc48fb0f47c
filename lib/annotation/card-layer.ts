/**
 * The one element that we add to a page: `<treaty-lens>`, in the top layer, with a closed shadow root that the page can
 * neither read nor style. It is made when the first card opens and goes when annotations are switched off.
 */
import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import { directionOf } from '../dataset/localized.ts';

/** Distance in CSS pixels between the line and the card, and between the card and the window's edges. */
const GAP = 8;
const EDGE = 8;
/** A card is never squeezed below this height; where there is less room it scrolls there. */
const LEAST_HEIGHT = 120;

/** Within the shadow root, an important rule outweighs the page's important rules for the host. */
const HOST_STYLES = `
:host {
  all: initial !important;
  display: block !important;
  color-scheme: light dark !important;
  direction: ltr !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  width: 0 !important;
  height: 0 !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  overflow: visible !important;
  background: transparent !important;
  visibility: visible !important;
  opacity: 1 !important;
  transform: none !important;
  filter: none !important;
  clip-path: none !important;
  pointer-events: auto !important;
}
.place { position: fixed; top: 0; left: 0; inline-size: max-content; max-inline-size: var(--card-max-width, 100vw); }
.place[hidden] { display: none; }
.announcer { position: fixed; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { .place { display: none; } }
`;

/** Events of the reader's hand that would bubble from the card to the page. */
const PRIVATE_EVENTS = [
  ...['click', 'auxclick', 'dblclick', 'contextmenu', 'wheel', 'mousedown', 'mouseup', 'touchstart', 'touchend'],
  ...['pointerdown', 'pointerup', 'keydown', 'keyup', 'keypress'],
];

/** Where the words of an open card are: all their rectangles, and the one that the reader points at. */
export interface Anchor {
  range: Range;
  /** Point of the reader's pointer in the viewport; undefined for the keyboard. */
  pointer: { x: number; y: number } | undefined;
}

/** The words' lines as a rectangle: as high as all of them, so that a card covers none, and as wide as the one meant. */
function linesOf({ range, pointer }: Anchor): DOMRect {
  const whole = range.getBoundingClientRect();
  const rects = Array.from(range.getClientRects());
  const meant =
    (pointer && rects.find(({ top, bottom }) => pointer.y >= top && pointer.y <= bottom)) ?? rects[0] ?? whole;
  return new DOMRect(meant.x, whole.y, meant.width, whole.height);
}

/** The layer on which cards are shown. */
export class CardLayer {
  /** Where a card is rendered to. */
  readonly container: HTMLElement;
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #place: HTMLElement;
  readonly #announcer: HTMLElement;
  #stopFollowing: (() => void) | undefined;

  /**
   * Makes the layer; nothing is added to the page before `show`.
   * @param styles CSS of the cards
   * @param lang of their words (BCP 47); a card begins where words in it begin
   */
  constructor(styles: string, lang: string) {
    this.#host = document.createElement('treaty-lens');
    this.#root = this.#host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(HOST_STYLES + styles);
    this.#root.adoptedStyleSheets = [sheet];
    this.#place = document.createElement('div');
    this.#place.className = 'place';
    this.#place.hidden = true;
    this.#announcer = document.createElement('div');
    this.#announcer.className = 'announcer';
    this.#announcer.setAttribute('role', 'status');
    for (const element of [this.#place, this.#announcer]) {
      element.lang = lang;
      element.dir = directionOf(lang);
    }
    this.container = this.#place;
    this.#root.append(this.#place, this.#announcer);
    // What the reader does in the card is none of the page's business: its menus stay open, its hotkeys quiet.
    for (const type of PRIVATE_EVENTS) this.#host.addEventListener(type, (event) => event.stopPropagation());
  }

  /** Shows the card beside its words and keeps it there while the page moves. */
  show(anchor: Anchor): void {
    this.#enterTopLayer();
    this.#place.hidden = false;
    this.#stopFollowing?.();
    const reference = {
      contextElement: anchor.range.startContainer.parentElement ?? document.documentElement,
      getBoundingClientRect: () => linesOf(anchor),
      getClientRects: () => [linesOf(anchor)],
    };
    this.#stopFollowing = autoUpdate(reference, this.#place, () => void this.#position(reference));
  }

  hide(): void {
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
    this.#place.hidden = true;
  }

  /** Has a screen reader say something, once it is done with what it says. */
  announce(text: string): void {
    this.#enterTopLayer();
    this.#announcer.textContent = text;
  }

  /** Moves the keyboard's focus to the card's first control. */
  focus(): void {
    this.#place.querySelector<HTMLElement>('[data-first-focus]')?.focus();
  }

  /** Whether an event of the page happened within the card. Closed roots show the host alone as its target. */
  holds(event: Event): boolean {
    return event.composedPath().includes(this.#host);
  }

  /** Whether the keyboard's focus is in the card. */
  get hasFocus(): boolean {
    return this.#root.activeElement !== null;
  }

  /** Takes the element out of the page. */
  remove(): void {
    this.hide();
    this.#host.remove();
  }

  #enterTopLayer(): void {
    if (!this.#host.isConnected) {
      this.#host.setAttribute('popover', 'manual');
      document.documentElement.append(this.#host);
    }
    if (this.#host.matches(':popover-open')) {
      if (this.hasFocus) return;
      this.#host.hidePopover();
    }
    // Shown anew, the card is above dialogs that the page has opened meanwhile.
    this.#host.showPopover();
  }

  async #position(reference: { getBoundingClientRect(): DOMRect }): Promise<void> {
    const { x, y } = await computePosition(reference, this.#place, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(GAP),
        flip({ padding: EDGE, fallbackStrategy: 'bestFit' }),
        shift({ padding: EDGE }),
        size({
          padding: EDGE,
          apply: ({ availableHeight }) => {
            const height = Math.max(LEAST_HEIGHT, Math.floor(availableHeight));
            // The window's width without its scroll bar, which viewport units leave in.
            const width = document.documentElement.clientWidth - 2 * EDGE;
            this.#place.style.setProperty('--card-max-width', `${width}px`);
            this.#place.style.setProperty('--card-max-height', `${height}px`);
          },
        }),
      ],
    });
    this.#place.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }
}
