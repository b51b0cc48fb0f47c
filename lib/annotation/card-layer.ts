/**
 * The one element that we add to a page: `<treaty-lens>`, in the top layer, with a closed shadow root that the page can
 * neither read nor style. It is made when the first card opens and goes when annotations are switched off.
 */
import { autoUpdate } from '@floating-ui/dom';
import { plainDocument } from '../article/plain-document.ts';
import { boxOf, parentElementOf } from '../article/plain-dom.ts';
import { directionOf } from '../dataset/localized.ts';
import { makeDraggable } from './drag.ts';
import { FINGER_SLACK, indexOfLineAt } from './hit-test.ts';
import {
  type Box,
  chooseSide,
  clamp,
  LEAST_HEIGHT,
  linesTogether,
  type Point,
  placeBeside,
  placeDragged,
  roomBeside,
  type Side,
  sheetHeight,
  withoutEdges,
} from './place.ts';

/** A card lower than this, in CSS pixels, scrolls as a whole below its head. */
const LOW = 240;

/**
 * Within the shadow root, an important rule outweighs the page's important rules for the host, and its animations.
 * `all` leaves nothing of the page's but `direction` and `unicode-bidi`, which end at the `.place`, and custom properties,
 * which is why the theme's variables stand on the `.place` as well. The host is shown by the sheet of user origin
 * (`underline.css`): when the browser takes that out of the page, because the extension is gone, a card that nobody
 * answers for any more is not seen.
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
.place[data-away] { visibility: hidden; }
.announcer { position: fixed; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { .place { display: none; } }
`;

/**
 * What a card on words within it has to be in as well: a modal dialog, or an element that fills the screen, makes all
 * inert that is not in it, and a popover that is not `manual` is closed by a click outside of it.
 */
const HOMES = ':modal, :is([popover=""], [popover=auto], [popover=hint]):popover-open';

/** Events of the reader's hand that would bubble from the card to the page. */
const PRIVATE_EVENTS = [
  ...['click', 'auxclick', 'dblclick', 'contextmenu', 'wheel', 'mousedown', 'mouseup'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel'],
  ...['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'keydown', 'keyup', 'keypress'],
];

/**
 * Events of a pointer that comes and goes. They name the element of the page that it comes from, through whose parents
 * React would look for one of its own, by the page's word; no part of the card asks for them.
 */
const CROSSINGS = ['mouseover', 'mouseout', 'pointerover', 'pointerout'];

/** Where the words of an open card are: all their rectangles, and the one that the reader points at. */
export interface Anchor {
  range: Range;
  /** Point of the reader's pointer in the viewport; undefined for the keyboard. */
  pointer: Point | undefined;
}

/** The part of the window that the reader sees: less than all of it under pinch zoom or an on-screen keyboard. */
function viewOf(): Box {
  const { offsetLeft: x = 0, offsetTop: y = 0, width = innerWidth, height = innerHeight } = visualViewport ?? {};
  return { x, y, width, height };
}

/** Whether the scrolling boxes around words leave any of them in sight. The window itself does not count. */
function inSight(words: Box, around: Element): boolean {
  /** What is positioned absolutely is clipped by no box that is not positioned itself. */
  let leavesFlow = false;
  for (let at: Element | null = around; at && at !== plainDocument.body; at = parentElementOf(at)) {
    const { display, overflow, position } = getComputedStyle(at);
    const clips = overflow !== 'visible' && display !== 'contents' && !(leavesFlow && position === 'static');
    if (position !== 'static') leavesFlow = position === 'absolute';
    if (clips && at !== plainDocument.documentElement) {
      const { left, right, top, bottom } = boxOf(at);
      if (words.x >= right || words.x + words.width <= left) return false;
      if (words.y >= bottom || words.y + words.height <= top) return false;
    }
    if (position === 'fixed') break;
  }
  return true;
}

/** Index of the line at a point, or near it as a finger is. */
function lineMeant(lines: readonly Box[], { x, y }: Point): number {
  const exact = indexOfLineAt(lines, x, y);
  return exact === -1 ? Math.max(0, indexOfLineAt(lines, x, y, FINGER_SLACK)) : exact;
}

/** The words of an open card, as they are measured anew whenever something moves. */
class Words {
  readonly element: Element;
  readonly #range: Range;
  /** Index of the line that the reader points at. */
  readonly meant: number;

  constructor(range: Range, meant: number | Point) {
    this.#range = range;
    let around = range.startContainer.parentElement;
    // What follows the words takes an element by its own word, which a form does not keep.
    while (around instanceof HTMLFormElement) around = parentElementOf(around);
    this.element = around ?? plainDocument.documentElement;
    this.meant = typeof meant === 'number' ? meant : lineMeant(this.#lines(), meant);
  }

  get isRightToLeft(): boolean {
    return getComputedStyle(this.element).direction === 'rtl';
  }

  /** Whether the words are still in the page: it may be about to put others there, or the same anew. */
  get areThere(): boolean {
    return !this.#range.collapsed && this.#range.startContainer.isConnected;
  }

  #lines(): DOMRect[] {
    return Array.from(this.#range.getClientRects());
  }

  /** All lines that go together, and the one meant; undefined when the words are not in sight. */
  measure(): [all: Box, meant: Box] | undefined {
    const lines = this.#lines();
    // Text that was laid out anew may have fewer lines than when the reader pointed at one.
    const index = Math.min(this.meant, lines.length - 1);
    const meant = lines[index];
    return meant && inSight(meant, this.element) ? [linesTogether(lines, index), meant] : undefined;
  }
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
  /** The words of the open card. */
  #words: Words | undefined;
  /** Where the reader has put the open card. */
  #put: Point | undefined;
  #side: Side = 'below';

  /**
   * Makes the layer; nothing is added to the page before `show`.
   * @param styles CSS of the cards
   * @param lang of their words (BCP 47)
   * @param dragged is called when the reader drags the open card
   */
  constructor(styles: string, lang: string, dragged: () => void) {
    // Made where no page has defined an element of this name: a definition could forbid a root, give the host one of
    // its own or, by `attachInternals`, read ours.
    this.#host = plainDocument.implementation.createHTMLDocument().createElement('treaty-lens');
    this.#root = this.#host.attachShadow({ mode: 'closed' });
    plainDocument.adoptNode(this.#host);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(HOST_STYLES + styles);
    this.#root.adoptedStyleSheets = [sheet];
    this.#place = plainDocument.createElement('div');
    this.#place.className = 'place';
    this.#place.hidden = true;
    this.#announcer = plainDocument.createElement('div');
    this.#announcer.className = 'announcer';
    this.#announcer.setAttribute('role', 'status');
    for (const element of [this.#place, this.#announcer]) {
      element.lang = lang;
      element.dir = directionOf(lang);
    }
    this.container = this.#place;
    // A page can search by `window.find` in closed roots as well. Chromium does not search what stands in an object.
    const shelter = plainDocument.createElement('object');
    shelter.role = 'document';
    shelter.append(this.#place, this.#announcer);
    this.#root.append(shelter);
    makeDraggable(this.#place, {
      isHandle: (pressed) =>
        !this.#isSheet && pressed.closest('[data-handle]') !== null && pressed.closest('button, a') === null,
      corner: () => this.#place.getBoundingClientRect(),
      moveTo: (corner) => {
        if (this.#place.hidden) return;
        if (!this.#put) dragged();
        this.#put = corner;
        this.#placeAsPut(withoutEdges(viewOf()), corner);
      },
    });
    // What the reader does in the card is none of the page's business: its menus stay open, its hotkeys quiet.
    for (const type of PRIVATE_EVENTS) this.#host.addEventListener(type, (event) => event.stopPropagation());
    for (const type of CROSSINGS)
      this.#root.addEventListener(type, (event) => event.stopPropagation(), { capture: true });
    // A browser may let a page get at a node in here after all; it must not press a button for the reader.
    this.#root.addEventListener('click', (event) => event.isTrusted || event.stopPropagation(), { capture: true });
  }

  /** Shows the card beside its words and keeps it there while the page moves, until the reader drags it elsewhere. */
  show({ range, pointer }: Anchor): void {
    const words = new Words(range, pointer ?? 0);
    this.#enterTopLayer(words.element.closest(HOMES) ?? plainDocument.documentElement);
    this.#put = undefined;
    this.#side = 'below';
    this.#place.hidden = false;
    this.#follow(words);
  }

  /** Has the open card stay where it is, beside the same words that the page has put there anew. */
  keepTo(range: Range): void {
    if (this.#words) this.#follow(new Words(range, this.#words.meant));
  }

  #follow(words: Words): void {
    this.#stopFollowing?.();
    this.#words = words;
    const place = () => this.#position(words);
    const options = { capture: true, passive: true } as const;
    // Whatever box scrolls, the one that holds the words themselves included.
    plainDocument.addEventListener('scroll', place, options);
    for (const type of ['scroll', 'resize']) visualViewport?.addEventListener(type, place);
    // It is not asked to look for the boxes around the words: it would take each one's parent by the page's word.
    const stop = autoUpdate(words.element, this.#place, place, { ancestorScroll: false, ancestorResize: false });
    this.#stopFollowing = () => {
      plainDocument.removeEventListener('scroll', place, options);
      for (const type of ['scroll', 'resize']) visualViewport?.removeEventListener(type, place);
      stop();
    };
  }

  hide(): void {
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
    this.#words = undefined;
    this.#place.hidden = true;
  }

  /** Where the open card is; undefined when none is open. */
  get box(): Box | undefined {
    return this.#place.hidden ? undefined : this.#place.getBoundingClientRect();
  }

  /** Has a screen reader say something, once it is done with what it says. */
  announce(text: string): void {
    this.#enterTopLayer(this.#host.parentElement ?? plainDocument.documentElement);
    this.#announcer.textContent = text;
  }

  /** Moves the keyboard's focus to the card's first control. */
  focus(): void {
    this.#focus('[data-first-focus]');
  }

  /** Moves the keyboard's focus to the card's name, which a screen reader then reads. */
  focusTitle(): void {
    this.#focus('[data-title]');
  }

  #focus(selector: string): void {
    const focus = () => this.#place.querySelector<HTMLElement>(selector)?.focus();
    focus();
    // Chromium renders what stands in an object a moment after it came into the page; before, it takes no focus.
    if (!this.hasFocus) requestAnimationFrame(() => requestAnimationFrame(focus));
  }

  /** Whether an event of the page happened within the card. Closed roots show the host alone as its target. */
  holds(event: Event): boolean {
    return event.composedPath().includes(this.#host);
  }

  /** Whether the open card lies on what the browser would close by the same key: a modal dialog, or a popover. */
  get isOnLayer(): boolean {
    return this.#host.parentElement !== plainDocument.documentElement;
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
   * @param home the document's element, or what makes all outside of it inert and holds the words
   */
  #enterTopLayer(home: Element): void {
    const host = this.#host;
    for (const name of host.getAttributeNames()) if (name !== 'popover') host.removeAttribute(name);
    host.popover = 'manual';
    try {
      if (this.hasFocus && host.matches(':popover-open')) return;
      if (host.parentElement !== home) home.append(host);
      if (host.matches(':popover-open')) host.hidePopover();
      // Shown anew, the card is above dialogs that the page has opened meanwhile.
      host.showPopover();
    } catch {
      // The page has taken the host out again on the spot. It goes without cards then.
    }
  }

  get #isSheet(): boolean {
    return this.#place.dataset['sheet'] !== undefined;
  }

  #position(words: Words): void {
    // The next reading tells what became of them. Until then the card stays where it is.
    if (!words.areThere) return;
    // Where the page magnifies its root element by a style, that would magnify the card as well.
    this.#place.style.zoom = String(1 / this.#host.currentCSSZoom);
    const view = viewOf();
    const sheet = sheetHeight(view);
    const lines = words.measure();
    if (sheet === undefined) {
      delete this.#place.dataset['sheet'];
      this.#place.style.inlineSize = '';
    }
    const put = sheet === undefined && this.#put;
    this.#place.toggleAttribute('data-away', !lines && !put && !this.hasFocus);
    if (put) this.#placeAsPut(withoutEdges(view), put);
    else if (lines) this.#placeByWords(view, lines, sheet, words.isRightToLeft);
  }

  #placeByWords(view: Box, lines: [Box, Box], sheet: number | undefined, rightToLeft: boolean): void {
    const area = sheet === undefined ? withoutEdges(view) : view;
    const most = sheet ?? area.height;
    const room = roomBeside(area, lines);
    const confine = () => {
      const height = clamp(room[this.#side], Math.min(LEAST_HEIGHT, most), most);
      if (sheet !== undefined) {
        this.#place.dataset['sheet'] = this.#side;
        this.#place.style.inlineSize = `${area.width}px`;
      }
      this.#fit(area.width, height);
      return height;
    };
    const allowed = confine();
    const height = this.#place.offsetHeight;
    // A card that fills the height it may take would take more; how much is not known.
    this.#side = chooseSide(room, height < allowed ? height : most, this.#side);
    confine();
    const { offsetWidth, offsetHeight } = this.#place;
    const card = { width: offsetWidth, height: offsetHeight };
    if (sheet === undefined) this.#moveTo(placeBeside(area, room.words, card, this.#side, rightToLeft));
    else this.#moveTo({ x: view.x, y: this.#side === 'above' ? view.y : view.y + view.height - card.height });
  }

  #placeAsPut(area: Box, put: Point): void {
    const { offsetWidth: width, offsetHeight } = this.#place;
    const place = placeDragged(area, { width, height: offsetHeight }, put);
    this.#fit(area.width, place.height);
    this.#moveTo(place);
  }

  #fit(width: number, height: number): void {
    this.#place.toggleAttribute('data-low', height < LOW);
    this.#place.style.setProperty('--card-max-width', `${width}px`);
    this.#place.style.setProperty('--card-max-height', `${height}px`);
  }

  #moveTo({ x, y }: Point): void {
    this.#place.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }
}
