/** A card's symbol: a state's flag, or the sign of its kind. */
import { Building, FileText, Flag, Globe, Handshake, ScrollText, Section, UserRound, UsersRound } from 'lucide';
import type { CardContent } from '../../lib/dataset/card.ts';
import type { Shape } from '../../lib/dataset/drawing.ts';
import { Icon, Picture } from '../icons.tsx';

const SIGNS: Readonly<Record<CardContent['kind'], readonly Shape[]>> = {
  treaty: ScrollText,
  instrument: FileText,
  article: Section,
  state: Flag,
  organisation: UsersRound,
  company: Building,
  'un-body': Globe,
  person: UserRound,
  group: Handshake,
};

export function Badge({ content: { flag, kind } }: { content: CardContent }) {
  if (flag) return <Picture drawing={flag} className="card-flag" />;
  return (
    <span className="card-badge" data-kind={kind}>
      <Icon shapes={SIGNS[kind]} />
    </span>
  );
}
