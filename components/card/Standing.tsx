/** Where an entity stands on the treaty: what it says, and what it has signed. */
import type { CardContent } from '../../lib/dataset/card.ts';
import { formatDate } from '../dates.ts';
import { inLanguage } from '../in-language.ts';
import { keyOf, useInterface } from '../interface.tsx';
import { Doubt } from './Doubt.tsx';
import { PositionLine } from './PositionLine.tsx';
import { Citation } from './Sources.tsx';

export function Standing({ content: { positions, participation, asOf } }: { content: CardContent }) {
  const { t, lang } = useInterface();
  const stance = positions.at(-1);
  if (!stance && !participation) return null;
  return (
    <section className="card-standing" aria-label={t('cardPosition')}>
      {participation && (
        <ul className="card-steps">
          <li data-done={participation.signed !== undefined}>
            {participation.signed ? (
              <>
                {t('cardSigned')}{' '}
                <time dateTime={participation.signed.date}>{formatDate(participation.signed.date, lang)}</time>
                <Citation numbers={participation.signed.sources} />
                <Doubt confidence={participation.signed.disputed ? 'disputed' : 'confirmed'} />
              </>
            ) : (
              <>
                {t('cardNotSigned')} <span className="card-date">{t('cardNoDate', [formatDate(asOf, lang)])}</span>
                <Citation numbers={participation.sources} />
              </>
            )}
          </li>
          <li data-done={participation.bound !== undefined}>
            {participation.bound ? (
              <>
                {t(keyOf('instrument', participation.bound.kind))}{' '}
                <time dateTime={participation.bound.date}>{formatDate(participation.bound.date, lang)}</time>
                <Citation numbers={participation.bound.sources} />
              </>
            ) : (
              <>
                {t('cardNotBound')} <span className="card-date">{t('cardNoDate', [formatDate(asOf, lang)])}</span>
                <Citation numbers={participation.sources} />
              </>
            )}
          </li>
        </ul>
      )}
      {stance && (
        <p>
          <strong className="card-stance" data-stance={stance.stance}>
            {t(keyOf('stance', stance.stance))}
          </strong>{' '}
          <time className="card-date" dateTime={stance.date}>
            {formatDate(stance.date, lang)}
          </time>
          <span className="card-stance-text" {...inLanguage(stance.text.lang)}>
            {stance.text.text}
            <Citation numbers={stance.sources} />
          </span>
        </p>
      )}
      {positions.length > 1 && <PositionLine positions={positions} />}
    </section>
  );
}
