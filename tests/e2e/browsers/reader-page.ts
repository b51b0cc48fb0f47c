/** A web page as a test handles it: by its words, as a reader does. */
import { Card } from './card.ts';
import { callOf, type PageFunction, type Point, type Rect, type Tab } from './reader.ts';

/** Words of a page: their text, or which occurrence of it, counted from 0. */
export type Words = string | { text: string; nth: number };

/** Names of the extension's highlights that are in the registry, with the texts that each holds. */
export type Highlights = Record<string, string[]>;

/** A page in a tab of the browser. */
export class ReaderPage {
  readonly card: Card;
  readonly tab: Tab;
  readonly url: string;

  constructor(tab: Tab, url: string) {
    this.tab = tab;
    this.url = url;
    this.card = new Card(tab);
  }

  /** The frame that shows an address, of whatever site, as a page of its own. It stays the same when it goes elsewhere. */
  async frame(url: string): Promise<ReaderPage> {
    return new ReaderPage(await this.tab.frame(url), this.url);
  }

  /** Calls a function in the page's own world. */
  async evaluate<Args extends unknown[], Result>(call: PageFunction<Args, Result>, ...args: Args): Promise<Result> {
    return (await this.tab.run(callOf(call, args))) as Result;
  }

  /** The extension's highlights, as the page itself can read them. */
  highlights(): Promise<Highlights> {
    return this.evaluate(() =>
      Object.fromEntries(
        Array.from(CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>)
          .filter(([name]) => name.startsWith('treaty-lens'))
          .map(([name, ranges]) => [name, Array.from(ranges, String)]),
      ),
    );
  }

  /** The texts underlined as mentions, in the order of the page. */
  mentions(): Promise<string[]> {
    return this.evaluate(() =>
      Array.from(CSS.highlights as unknown as Iterable<[string, Iterable<Range>]>)
        .filter(([name]) => /^treaty-lens-(?:treaty|article|actor)/.test(name))
        .flatMap(([, ranges]) => Array.from(ranges))
        .sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other))
        .map(String),
    );
  }

  /** The texts underlined as figures, in the order of the page. */
  async figures(): Promise<string[]> {
    return (await this.highlights())['treaty-lens-figure'] ?? [];
  }

  /** The rectangles of words, one a line. The words must stand in one text node. */
  linesOf(words: Words): Promise<Rect[]> {
    const { text, nth } = typeof words === 'string' ? { text: words, nth: 0 } : words;
    return this.evaluate(
      (wanted, occurrence) => {
        const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        let seen = 0;
        while (nodes.nextNode()) {
          const node = nodes.currentNode as Text;
          for (let at = node.data.indexOf(wanted); at !== -1; at = node.data.indexOf(wanted, at + 1)) {
            if (seen++ < occurrence) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + wanted.length);
            return Array.from(range.getClientRects(), ({ x, y, width, height }) => ({ x, y, width, height }));
          }
        }
        throw new Error(`The page has no "${wanted}"`);
      },
      text,
      nth,
    );
  }

  /**
   * Scrolls the window until words stand at a height in it.
   * @param share of the window's height: 0 is its top, 1 its bottom, so that all lines are still seen
   */
  async scrollTo(words: Words, share = 0.5): Promise<void> {
    const lines = await this.linesOf(words);
    const top = Math.min(...lines.map(({ y }) => y));
    const height = Math.max(...lines.map(({ y, height }) => y + height)) - top;
    await this.evaluate(
      (from, high, to) => scrollBy({ top: from - (innerHeight - high) * to, behavior: 'instant' }),
      top,
      height,
      share,
    );
  }

  /** Moves the pointer onto words where they stand, the first line of them. Scrolls to them when they are out of view. */
  async hover(words: Words): Promise<void> {
    await this.tab.moveTo(await this.pointOn(words));
  }

  /** Taps on words with a finger. */
  async tap(words: Words): Promise<void> {
    await this.tab.tap(await this.pointOn(words));
  }

  /** Clicks on words. */
  async click(words: Words): Promise<void> {
    await this.hover(words);
    await this.tab.pressButton();
    await this.tab.releaseButton();
  }

  /**
   * Moves the pointer by hand's steps to a point, resting nowhere.
   * @param steps how many points of the way the page gets to see
   */
  async travel(from: Point, to: Point, steps: number): Promise<void> {
    for (let step = 1; step <= steps; step++) {
      await this.tab.moveTo({
        x: from.x + ((to.x - from.x) * step) / steps,
        y: from.y + ((to.y - from.y) * step) / steps,
      });
    }
  }

  /** Moves the pointer to the window's corner, away from all words. */
  async moveAway(): Promise<void> {
    await this.tab.moveTo({ x: 1, y: 1 });
    // The extension looks where the pointer is once a frame.
    await this.evaluate(() => new Promise<void>((seen) => requestAnimationFrame(() => setTimeout(seen))));
  }

  /** The middle of the first line of words that are in view, or are scrolled there. */
  async pointOn(words: Words): Promise<Point> {
    const { height } = await this.evaluate(() => ({ height: innerHeight }));
    let line = (await this.linesOf(words))[0];
    if (line && (line.y < 0 || line.y + line.height > height)) {
      await this.scrollTo(words);
      line = (await this.linesOf(words))[0];
    }
    if (!line) throw new Error('The words are not shown');
    return { x: line.x + line.width / 2, y: line.y + line.height / 2 };
  }

  /**
   * Outlasts a time of the extension's own, such as that of hover intent. That something does not happen can only be
   * seen after the time in which it would have.
   */
  async outlast(milliseconds: number): Promise<void> {
    await this.evaluate(async (time) => {
      const start = performance.now();
      while (performance.now() - start < time) await new Promise(requestAnimationFrame);
    }, milliseconds);
  }
}
