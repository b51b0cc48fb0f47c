/** A card's symbol: a state's code, or the sign of its kind. Letters, because flags are drawn on few systems alike. */
import type { CardContent } from '../../lib/dataset/card.ts';

const SIGNS: Record<CardContent['kind'], string> = {
  treaty: '§',
  instrument: '§',
  article: '¶',
  state: '',
  organisation: '◆',
  company: '■',
  'un-body': 'UN',
  person: '●',
  group: '◇',
};

export function Badge({ content: { iso, kind } }: { content: CardContent }) {
  return (
    <span className="card-badge" data-kind={kind} aria-hidden="true">
      {iso ?? SIGNS[kind]}
    </span>
  );
}
