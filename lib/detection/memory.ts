/** What detection remembers of the texts of a page from one reading to the next, so that only new texts are read. */
import type { ReferenceGroup } from './articles.ts';
import type { Figure } from './figures.ts';
import type { Apart, BlockFinding } from './mention.ts';

/** What a text tells by itself, whatever stands around it; what was not asked yet is left out. Not to be changed. */
export interface Remembered {
  /** Primary subtag of the language that it was read in. */
  readonly language: string;
  /** How it stands apart; null when it does not. */
  apart?: Apart | null;
  /** Whether it has a name of the treaty's, words like "the treaty" left out. */
  namesTreaty?: boolean;
  /** Its names and cues, those that a reader does not see among them. */
  finding?: BlockFinding;
  /** Its references to articles of any law. */
  references?: ReferenceGroup[];
  figures?: Figure[];
  words?: number;
}

/** Remembers the texts of one detector's last whole reading, and of the one that is under way. */
export class Memory {
  #last = new Map<string, Remembered>();
  #now = new Map<string, Remembered>();

  /**
   * What is known of a text, to be added to.
   * @param language the text's: a primary subtag
   */
  of(text: string, language: string): Remembered {
    let known = this.#now.get(text) ?? this.#last.get(text);
    if (!known || known.language !== language) known = { language };
    this.#now.set(text, known);
    return known;
  }

  /** Ends a whole reading: texts that it did not ask for are forgotten. */
  turn(): void {
    this.#last = this.#now;
    this.#now = new Map();
  }
}
