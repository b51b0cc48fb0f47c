/** An actor's position over time, as a small line of its stances. */
import type { CardPosition } from '../../lib/dataset/card.ts';
import { formatDate } from '../dates.ts';
import { keyOf, useInterface } from '../interface.tsx';

export function PositionLine({ positions }: { positions: readonly CardPosition[] }) {
  const { t, lang } = useInterface();
  return (
    <ol className="card-line" aria-label={t('cardPositions')}>
      {positions.map(({ date, stance, text }) => (
        <li key={date + stance} data-stance={stance} title={text.text}>
          <time dateTime={date}>{formatDate(date.slice(0, 7), lang)}</time>
          <span>{t(keyOf('stance', stance))}</span>
        </li>
      ))}
    </ol>
  );
}
