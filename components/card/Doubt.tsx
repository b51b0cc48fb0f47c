/** A mark beside a statement that is less than confirmed. */
import type { CardFact } from '../../lib/dataset/card.ts';
import { inLanguage } from '../in-language.ts';
import { useInterface } from '../interface.tsx';

export function Doubt({ confidence }: Pick<CardFact, 'confidence'>) {
  const { t, lang } = useInterface();
  if (confidence === 'confirmed') return null;
  return (
    <span className="card-doubt" {...inLanguage(lang)}>
      {confidence === 'reported' ? t('cardReported') : t('cardDisputed')}
    </span>
  );
}
