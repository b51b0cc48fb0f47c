/** To which day the record is complete, and a warning when that is long ago. */
import type { RecordAge } from '../../lib/dataset/status.ts';
import { formatDate } from '../dates.ts';
import type { InterfaceTexts } from '../interface.tsx';

export function asOfWords({ asOf, age, stale }: RecordAge, { t, lang }: InterfaceTexts): string {
  const day = formatDate(asOf, lang);
  return stale ? t('cardAsOfStale', age, [age, day]) : t('cardAsOf', [day]);
}
