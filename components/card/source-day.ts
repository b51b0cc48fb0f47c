/** The day of a source as it is written beside its publisher. */
import type { CardSource } from '../../lib/dataset/card.ts';
import { formatDate } from '../dates.ts';
import type { InterfaceTexts } from '../interface.tsx';

/** The day of publication or, said to be such, the day on which a source without one was read. */
export function sourceDay({ date, dated }: Pick<CardSource, 'date' | 'dated'>, { t, lang }: InterfaceTexts): string {
  const day = formatDate(date, lang);
  return dated === 'published' ? day : t('cardRead', [day]);
}
