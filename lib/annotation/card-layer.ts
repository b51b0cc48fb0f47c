/**
 * The one element that we add to a page: `<treaty-lens>`, in the top layer, with a closed shadow root that the page can
 * neither read nor style. It is made when the first card opens and goes when annotations are switched off.
 */
import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';

/** Distance in CSS pixels between the line and the card, and between the card and the window's edges. */
const GAP = 8;
const EDGE = 8;
/** A card is never squeezed below this height; where there is less room it scrolls there. */
const LEAST_HEIGHT = 120;

/**
 * Within the shadow root, an important rule outweighs the page's important rules for the host, and its animations.
 * `all` leaves nothing of the page's but `direction` and `unicode-bidi`, which end at the `.place`, and custom properties,
 * which is why the theme's variables stand on the `.place` as well. The host is shown by the sheet of user origin (`underline.css`): when the browser takes
 * that out of the page, because the extension is gone, a card that nobody answers for any more is not seen.
 */
const HOST_STYLES = `
:host {
  all: initial !important;
  display: none !important;
  color-scheme: light dark !important;
  direction: ltr !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  width: 0 !important;
  height: 0 !important;
  z-index: 2147483647 !important;
}
:host::backdrop, :host::before, :host::after { display: none !important; }
.place { position: fixed; top: 0; left: 0; user-select: none; inline-size: max-content; max-inline-size: var(--card-max-width, 100vw); }
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
   */
  constructor(styles: string) {
    // Made where no page has defined an element of this name: a definition could forbid a root, give the host one of
    // its own or, by `attachInternals`, read ours.
    this.#host = document.implementation.createHTMLDocument().createElement('treaty-lens');
    this.#root = this.#host.attachShadow({ mode: 'closed' });
    document.adoptNode(this.#host);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(HOST_STYLES + styles);
    this.#root.adoptedStyleSheets = [sheet];
    this.#place = document.createElement('div');
    this.#place.className = 'place';
    this.#place.hidden = true;
    this.#announcer = document.createElement('div');
    this.#announcer.className = 'announcer';
    this.#announcer.setAttribute('role', 'status');
    this.container = this.#place;
    // A page can search by `window.find` in closed roots as well. Chromium does not search what stands in an object.
    const shelter = document.createElement('object');
    shelter.role = 'document';
    shelter.append(this.#place, this.#announcer);
    this.#root.append(shelter);
    // What the reader does in the card is none of the page's business: its menus stay open, its hotkeys quiet.
    for (const type of PRIVATE_EVENTS) this.#host.addEventListener(type, (event) => event.stopPropagation());
    // A browser may let a page get at a node in here after all; it must not press a button for the reader.
    this.#root.addEventListener('click', (event) => event.isTrusted || event.stopPropagation(), { capture: true });
  }

  /** Shows the card beside its words and keeps it there while the page moves. */
  show(anchor: Anchor): void {
    const contextElement = anchor.range.startContainer.parentElement ?? document.documentElement;
    this.#enterTopLayer(contextElement.closest('dialog:modal') ?? document.documentElement);
    this.#place.hidden = false;
    this.#stopFollowing?.();
    const reference = {
      contextElement,
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

  /**
   * Puts the host where the reader can get at it, whatever the page has done to it since.
   * @param parent the document's element, or the modal dialog that holds the words: all outside of it is inert
   */
  #enterTopLayer(parent: Element): void {
    const host = this.#host;
    for (const name of host.getAttributeNames()) if (name !== 'popover') host.removeAttribute(name);
    host.popover = 'manual';
    try {
      if (host.parentNode !== parent) parent.append(host);
      if (this.hasFocus && host.matches(':popover-open')) return;
      host.hidePopover();
      // Shown anew, the card is above dialogs that the page has opened meanwhile.
      host.showPopover();
    } catch {
      // The page has taken the host out again on the spot. It goes without cards then.
    }
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
