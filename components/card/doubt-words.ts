/** How it is said that a statement is less than confirmed. */
import type { CardFact } from '../../lib/dataset/card.ts';
import type { InterfaceTexts } from '../interface.tsx';

/** The words for a confidence; undefined where there is no doubt. */
export function doubtWords(confidence: CardFact['confidence'], { t }: InterfaceTexts): string | undefined {
  if (confidence === 'confirmed') return undefined;
  return confidence === 'reported' ? t('cardReported') : t('cardDisputed');
}

/** Words with those of their doubt after them, where there is one. */
export function withDoubt(words: string, confidence: CardFact['confidence'], texts: InterfaceTexts): string {
  const doubt = doubtWords(confidence, texts);
  return doubt === undefined ? words : texts.t('cardNote', [words, doubt]);
}
