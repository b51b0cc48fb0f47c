/** The border between the annotator and whatever draws its cards. */
import type { CardContent } from '../dataset/card.ts';

/** What a card shows and what its controls do. */
export interface CardView {
  content: CardContent;
  pinned: boolean;
  togglePin(): void;
  close(): void;
}
