/** The border between the annotator and whatever draws its cards. */
import type { CardContent } from '../dataset/card.ts';

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
