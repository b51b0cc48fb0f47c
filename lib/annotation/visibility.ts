/** Which words of a page its reader sees, as far as they were asked about. */
import { isRendered } from '../article/plain-dom.ts';

/** Tells what is seen, and later whether that is so still. */
export class Visibility {
  readonly #known = new Map<Element, boolean>();

  /** Whether an element is rendered and hidden by no style. It is asked once. */
  isShown(element: Element): boolean {
    const known = this.#known.get(element) ?? isRendered(element);
    this.#known.set(element, known);
    return known;
  }

  /** Whether any element that was asked about is shown now and was not, or the other way. */
  hasChanged(): boolean {
    for (const [element, shown] of this.#known) if (isRendered(element) !== shown) return true;
    return false;
  }
}
