/** Reads the page for the annotator, and remembers what it has read. */
import type { Detector } from '../detection/detect.ts';
import { Memory } from '../detection/memory.ts';
import type { Steps } from '../detection/steps.ts';
import { findPageMentionsInSteps, type PageMention } from './page-mentions.ts';
import { Visibility } from './visibility.ts';

/** Reads the page at hand by one dictionary, again and again as it changes. */
export class PageReader {
  readonly #detector: Detector;
  #memory = new Memory();
  /** What the last reading saw. */
  #seen = new Visibility();

  /** @param detector made from the whole dictionary */
  constructor(detector: Detector) {
    this.#detector = detector;
  }

  /**
   * Reads the page in steps: see `findPageMentionsInSteps`.
   * @param found the mentions that were found last
   */
  *readInSteps(found: () => readonly PageMention[]): Steps<PageMention[], PageMention[]> {
    const visibility = new Visibility();
    const mentions = yield* findPageMentionsInSteps(this.#detector, { found, memory: this.#memory }, visibility);
    this.#seen = visibility;
    return mentions;
  }

  /** Whether words that the last reading saw are hidden now, or seen that were hidden. */
  hasChanged(): boolean {
    return this.#seen.hasChanged();
  }

  /** Forgets what was read. */
  forget(): void {
    this.#memory = new Memory();
    this.#seen = new Visibility();
  }
}
