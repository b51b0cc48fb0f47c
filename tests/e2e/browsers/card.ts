/** The extension's element in a page, seen through its closed shadow root. */
import { type AxeReport, axeOfCard } from './axe.ts';
import type { Point, Rect, Tab } from './reader.ts';

/** A page's card. It need not be open, nor its element be there. */
export class Card {
  readonly #tab: Tab;

  constructor(tab: Tab) {
    this.#tab = tab;
  }

  /** The name that the open card shows; undefined when none is open. */
  async name(): Promise<string | undefined> {
    const name = await this.#tab.inCard((root) => {
      const title = root.querySelector('.card h2');
      return title?.checkVisibility({ visibilityProperty: true }) ? title.textContent.trim() : null;
    });
    return name ?? undefined;
  }

  /** The text of the open card, or of a part of it, as one line; empty when none is open. */
  async text(selector = '.card'): Promise<string> {
    const text = await this.#tab.inCard((root, wanted) => root.querySelector(wanted)?.textContent ?? '', selector);
    return (text ?? '').replace(/\s+/g, ' ');
  }

  /** Addresses of the sources that the open card links to. */
  async sources(): Promise<string[]> {
    return (
      (await this.#tab.inCard((root) =>
        Array.from(root.querySelectorAll<HTMLAnchorElement>('.card-sources a'), ({ href }) => href),
      )) ?? []
    );
  }

  /** Where the open card is, once it has stayed there for some frames. */
  async rect(): Promise<Rect> {
    const rect = await this.#tab.inCard(async (root) => {
      const STEADY_FRAMES = 5;
      let last = '';
      for (let steady = 0; steady < STEADY_FRAMES; ) {
        await new Promise(requestAnimationFrame);
        const now = JSON.stringify(root.querySelector('.card')?.getBoundingClientRect());
        steady = now === last ? steady + 1 : 0;
        last = now;
      }
      return last;
    });
    if (!rect || rect === 'undefined') throw new Error('No card is open');
    return JSON.parse(rect) as Rect;
  }

  /** The edge of the window at which the open card is a sheet; undefined when it is none. */
  async sheetEdge(): Promise<'top' | 'bottom' | undefined> {
    const side = await this.#tab.inCard((root) => root.querySelector<HTMLElement>('.place')?.dataset['sheet'] ?? null);
    return side == null ? undefined : side === 'above' ? 'top' : 'bottom';
  }

  /** Whether the card is pinned; undefined when none is open. */
  async isPinned(): Promise<boolean | undefined> {
    const pressed = await this.#tab.inCard(
      (root) => root.querySelector('[data-first-focus]')?.getAttribute('aria-pressed') ?? null,
    );
    return pressed == null ? undefined : pressed === 'true';
  }

  /** The colours with which the card's shapes are filled, of those that take up room on the screen. */
  async fills(selector: string): Promise<string[] | undefined> {
    return this.#tab.inCard(
      (root, wanted) =>
        Array.from(root.querySelectorAll<SVGElement>(wanted))
          .filter((shape) => shape.getBoundingClientRect().width > 0)
          .map((shape) => getComputedStyle(shape).fill),
      selector,
    );
  }

  /** The accessible name of what has the focus in the card; undefined when the focus is elsewhere. */
  async focused(): Promise<string | undefined> {
    const label = await this.#tab.inCard(
      ({ activeElement }) => activeElement && (activeElement.getAttribute('aria-label') ?? activeElement.textContent),
    );
    return label ?? undefined;
  }

  /** What a screen reader was last told. */
  async announcement(): Promise<string> {
    return (await this.#tab.inCard((root) => root.querySelector('[role=status]')?.textContent ?? '')) ?? '';
  }

  /** Clicks the middle of an element of the card. */
  async click(selector: string): Promise<void> {
    await this.hover(selector);
    await this.#tab.pressButton();
    await this.#tab.releaseButton();
  }

  /** Clicks an element of the card that may have to be scrolled to first. */
  async press(selector: string): Promise<void> {
    await this.#tab.inCard((root, wanted) => root.querySelector(wanted)?.scrollIntoView({ block: 'center' }), selector);
    await this.rect();
    await this.click(selector);
  }

  /** Drags the card by its title to where the pointer has gone this far. */
  async drag(by: Point): Promise<void> {
    const from = await this.middleOf('.card-title');
    await this.#tab.moveTo(from);
    await this.#tab.pressButton();
    await this.#tab.moveTo({ x: from.x + by.x, y: from.y + by.y });
    await this.#tab.releaseButton();
  }

  /** Moves the pointer to the middle of an element of the card. */
  async hover(selector: string): Promise<void> {
    await this.#tab.moveTo(await this.middleOf(selector));
  }

  /** The middle of an element of the card. */
  async middleOf(selector: string): Promise<Point> {
    const rect = await this.#tab.inCard((root, wanted) => {
      const found = root.querySelector(wanted)?.getBoundingClientRect();
      return found ? { x: found.x, y: found.y, width: found.width, height: found.height } : null;
    }, selector);
    if (!rect) throw new Error(`The card has no ${selector}`);
    return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
  }

  /** Checks the open card with axe-core, colour contrast included. */
  axe(): Promise<AxeReport> {
    return axeOfCard(this.#tab);
  }
}
