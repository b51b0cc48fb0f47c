/** The border between the annotator and whatever draws its cards. */
import type { CardContent } from '../dataset/card.ts';
import type { CardLayer } from './card-layer.ts';

/** What a card shows and what its controls do. */
export interface CardView {
  content: CardContent;
  pinned: boolean;
  /** Whether another card was shown here before, to which `back` leads. */
  canGoBack: boolean;
  togglePin(): void;
  /** Shows another entity's card in this one's place. */
  hop(entity: string): void;
  back(): void;
  /** Puts words on the reader's clipboard; whether it was done. */
  copy(words: { text: string; html: string }): Promise<boolean>;
  /** Whether the entity is muted: underlined on no page. */
  muted: boolean;
  mute(muted: boolean): void;
  close(): void;
}

/** Draws cards: the part of the extension that comes into a page when its first card is about to open. */
export interface Cards {
  /**
   * Makes the layer that cards are shown on. Nothing is added to the page by that.
   * @param dragged is called when the reader drags the open card
   */
  createLayer(dragged: () => void): CardLayer;
  /** Renders a card into the layer's container; undefined renders none. Done when it returns. */
  render(container: HTMLElement, view: CardView | undefined): void;
  /** What a screen reader says when the reader walks to a mention. `position` counts from 1. */
  describe(content: CardContent, position: number, total: number): string;
}
