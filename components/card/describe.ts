/** What a screen reader says when the reader walks to a mention: enough to decide whether to go into the card. */
import type { CardContent } from '../../lib/dataset/card.ts';
import { type InterfaceTexts, keyOf } from '../interface.tsx';
import { figureLines, lineWords } from './figure-lines.ts';

/**
 * One announcement: where in the page, who, of what kind, and the gist.
 * @param position of the mention in the page, from 1
 */
export function describeCard(content: CardContent, position: number, total: number, texts: InterfaceTexts): string {
  const { t } = texts;
  const { name, kind, figure, asOf, positions, participation, who } = content;
  const stance = positions.at(-1);
  let gist = who?.text.text ?? '';
  if (participation?.bound) gist = t(keyOf('instrument', participation.bound.kind));
  else if (participation) gist = participation.signed ? t('cardSigned') : t('cardNotSigned');
  if (stance) gist = t(keyOf('stance', stance.stance));
  let what = t(keyOf('kind', kind));
  if (figure) {
    what = t('figureTitle');
    gist = figureLines(figure, asOf, texts).map(lineWords).join('. ');
  }
  return t('cardAnnounce', [position, total, name.text, what, gist]);
}
