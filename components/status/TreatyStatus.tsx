/** The treaty's status at a glance: phase, signatories, and how far it is from entering into force. */
import type { ReactNode } from 'react';
import type { StatusSummary } from '../../lib/dataset/status.ts';
import { formatDate } from '../dates.ts';
import { keyOf, useInterface } from '../interface.tsx';
import { formatNumber } from '../numbers.ts';

export interface TreatyStatusProps {
  status: Omit<StatusSummary, 'since'> & { since: { count: number } };
  /** What points to the sources of the figures. */
  citation?: ReactNode;
  /** What points to the sources of the signatures since the day of the record. */
  sinceCitation?: ReactNode;
}

export function TreatyStatus({ status, citation, sinceCitation }: TreatyStatusProps) {
  const { t, lang } = useInterface();
  const { phase, signatureCloses, daysLeft, signatories, since, ratifications, needed, inForce } = status;
  return (
    <div className="status">
      <p className="status-phase">
        <span>
          {phase === 'adopted'
            ? t('phase_adopted')
            : t(keyOf('phase', phase), [formatDate(phase === 'in-force' && inForce ? inForce : signatureCloses, lang)])}
          {citation}
        </span>
        {phase === 'open-for-signature' && (
          <strong className="status-days">{daysLeft === 0 ? t('statusLastDay') : t('statusDaysLeft', daysLeft)}</strong>
        )}
      </p>
      <dl className="status-figures">
        <div>
          <dt>{t('statusSignatories')}</dt>
          <dd>
            {formatNumber(signatories, lang)}
            {since.count > 0 && (
              <small>
                {' '}
                {t('statusSince', [since.count])}
                {sinceCitation}
              </small>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('statusRatifications')}</dt>
          <dd>{t('statusOfNeeded', [ratifications, needed])}</dd>
        </div>
      </dl>
      <progress
        className="status-bar"
        max={needed}
        value={Math.min(ratifications, needed)}
        aria-label={t('statusOfNeededLong', [ratifications, needed])}
      />
    </div>
  );
}
