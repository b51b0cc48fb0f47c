/** The toolbar popup, opened as a tab of its own. */
import { type AxeReport, axeOfPage } from './axe.ts';
import { callOf, type PageFunction, type Rect, type Tab } from './reader.ts';

/** A popup. */
export class PopupPage {
  readonly tab: Tab;

  constructor(tab: Tab) {
    this.tab = tab;
  }

  async #evaluate<Args extends unknown[], Result>(call: PageFunction<Args, Result>, ...args: Args): Promise<Result> {
    return (await this.tab.run(callOf(call, args))) as Result;
  }

  /** Whether the popup has read all that it shows. */
  isReady(): Promise<boolean> {
    return this.#evaluate(() => document.querySelector('main.popup') !== null);
  }

  /** All text that the popup shows. */
  text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: as it is shown, hidden parts left out
    return this.#evaluate(() => document.body.innerText);
  }

  /** The figures of the treaty's status, by their terms. */
  figures(): Promise<Record<string, string>> {
    return this.#evaluate(() =>
      Object.fromEntries(
        Array.from(document.querySelectorAll('.status-figures > div'), (figure) => [
          figure.querySelector('dt')?.textContent ?? '',
          figure.querySelector('dd')?.textContent ?? '',
        ]),
      ),
    );
  }

  /** The line on the status's date: its text and whether it warns. */
  asOf(): Promise<{ text: string; stale: boolean; source: string }> {
    return this.#evaluate(() => {
      const line = document.querySelector<HTMLElement>('.popup-as-of');
      return {
        text: line?.textContent ?? '',
        stale: line?.dataset['stale'] === 'true',
        source: line?.querySelector('a')?.href ?? '',
      };
    });
  }

  /** How many mentions of whom the page has, in the popup's order. */
  mentions(): Promise<[name: string, count: number][]> {
    return this.#evaluate(() =>
      Array.from(document.querySelectorAll('.popup-mentions button'), (button): [string, number] => [
        button.firstElementChild?.textContent ?? '',
        Number.parseInt(button.querySelector('.popup-count')?.textContent ?? '', 10),
      ]),
    );
  }

  /** The switches by their labels. */
  switches(): Promise<Record<string, boolean>> {
    return this.#evaluate(() =>
      Object.fromEntries(
        Array.from(document.querySelectorAll<HTMLInputElement>('[role=switch]'), ({ labels, checked }) => [
          labels?.[0]?.textContent ?? '',
          checked,
        ]),
      ),
    );
  }

  /** Clicks a switch. */
  async flip(label: string): Promise<void> {
    await this.#click((wanted) => {
      const all = Array.from(document.querySelectorAll<HTMLInputElement>('[role=switch]'));
      return all.find(({ labels }) => labels?.[0]?.textContent === wanted);
    }, label);
  }

  /** Clicks the button that leads to the next mention of an entity. */
  async goTo(name: string): Promise<void> {
    await this.#click((wanted) => {
      const all = Array.from(document.querySelectorAll('.popup-mentions button'));
      return all.find(({ firstElementChild }) => firstElementChild?.textContent === wanted);
    }, name);
  }

  /** Unfolds a part of the popup. */
  async open(summary: string): Promise<void> {
    await this.#click((wanted) => {
      const all = Array.from(document.querySelectorAll('summary'));
      return all.find(({ textContent }) => textContent === wanted);
    }, summary);
  }

  /** Chooses one of a few. */
  choose(label: string, words: string): Promise<void> {
    return this.#evaluate(
      (wanted, option) => {
        const all = Array.from(document.querySelectorAll('select'));
        const select = all.find(({ labels }) => labels[0]?.textContent === wanted);
        const index = Array.from(select?.options ?? []).findIndex(({ text }) => text === option);
        if (!select || index === -1) throw new Error(`The popup has no "${wanted}: ${option}"`);
        // The list that a browser opens is its own and out of a test's reach; this is what it does when one is chosen.
        select.selectedIndex = index;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      label,
      words,
    );
  }

  /** What is chosen. */
  chosen(label: string): Promise<string | undefined> {
    return this.#evaluate((wanted) => {
      const all = Array.from(document.querySelectorAll('select'));
      return all.find(({ labels }) => labels[0]?.textContent === wanted)?.selectedOptions[0]?.text;
    }, label);
  }

  /** Clicks the button that ends an entity's being muted. */
  async undoMute(name: string): Promise<void> {
    await this.#click((wanted) => {
      const all = Array.from(document.querySelectorAll('.popup-muted li'));
      return (
        all.find(({ firstElementChild }) => firstElementChild?.textContent === wanted)?.querySelector('button') ??
        undefined
      );
    }, name);
  }

  /** Checks the popup with axe-core. */
  axe(): Promise<AxeReport> {
    return axeOfPage(this.tab);
  }

  async #click(find: (wanted: string) => Element | undefined, wanted: string): Promise<void> {
    const rect = (await this.tab.run(`(() => {
      const found = (${find})(${JSON.stringify(wanted)});
      found?.scrollIntoView({ block: 'nearest' });
      return found ? found.getBoundingClientRect().toJSON() : null;
    })()`)) as Rect | null;
    if (!rect) throw new Error(`The popup has no "${wanted}"`);
    await this.tab.moveTo({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
    await this.tab.pressButton();
    await this.tab.releaseButton();
  }
}
