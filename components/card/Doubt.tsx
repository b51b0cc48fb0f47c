/** A mark beside a statement that is less than confirmed. */
import type { CardFact } from '../../lib/dataset/card.ts';
import { inLanguage } from '../in-language.ts';
import { useInterface } from '../interface.tsx';
import { doubtWords } from './doubt-words.ts';

export function Doubt({ confidence }: Pick<CardFact, 'confidence'>) {
  const texts = useInterface();
  const words = doubtWords(confidence, texts);
  if (words === undefined) return null;
  return (
    <span className="card-doubt" {...inLanguage(texts.lang)}>
      {words}
    </span>
  );
}
