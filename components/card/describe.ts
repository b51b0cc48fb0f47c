/** What a screen reader says when the reader walks to a mention: enough to decide whether to go into the card. */
import type { CardContent } from '../../lib/dataset/card.ts';
import { type InterfaceTexts, keyOf } from '../interface.tsx';
import { withDoubt } from './doubt-words.ts';
import { figureLines, lineWords } from './figure-lines.ts';

/**
 * One announcement: where in the page, who, of what kind, and the gist.
 * @param position of the mention in the page, from 1
 */
export function describeCard(content: CardContent, position: number, total: number, texts: InterfaceTexts): string {
  const { t } = texts;
  const { name, kind, figure, asOf, positions, participation, who } = content;
  const stance = positions.at(-1);
  /** A dispute weighs on whether to go into the card; that there is one source does not. */
  const disputable = (words: string, isDisputed: boolean) =>
    withDoubt(words, isDisputed ? 'disputed' : 'confirmed', texts);
  let gist = who ? disputable(who.text.text, who.confidence === 'disputed') : '';
  if (participation?.bound) gist = t(keyOf('instrument', participation.bound.kind));
  else if (participation?.signed) gist = disputable(t('cardSigned'), participation.signed.disputed);
  else if (participation) gist = t('cardNotSigned');
  if (stance) gist = t(keyOf('stance', stance.stance));
  let what = t(keyOf('kind', kind));
  if (figure) {
    what = t('figureTitle');
    gist = figureLines(figure, asOf, texts)
      .map((line) => lineWords(line, texts))
      .join('. ');
  }
  return t('cardAnnounce', [position, total, name.text, what, gist]);
}
