/** A mark beside a statement that is less than confirmed. */
import type { CardFact } from '../../lib/dataset/card.ts';
import { useInterface } from '../interface.tsx';

export function Doubt({ confidence }: Pick<CardFact, 'confidence'>) {
  const { t, lang } = useInterface();
  if (confidence === 'confirmed') return null;
  return (
    <span className="card-doubt" lang={lang}>
      {confidence === 'reported' ? t('cardReported') : t('cardDisputed')}
    </span>
  );
}
