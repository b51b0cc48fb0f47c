/** The treaty's status at a glance: phase, signatories, and how far it is from entering into force. */
import type { ReactNode } from 'react';
import type { StatusSummary } from '../../lib/dataset/status.ts';
import { formatDate } from '../dates.ts';
import { keyOf, useInterface } from '../interface.tsx';
import { formatNumber } from '../numbers.ts';

export interface TreatyStatusProps {
  status: StatusSummary;
  /** What points to the sources of the figures. */
  citation?: ReactNode;
}

export function TreatyStatus({ status, citation }: TreatyStatusProps) {
  const { t, lang } = useInterface();
  const { phase, signatureCloses, daysLeft, signatories, signatoriesSince, ratifications, needed, inForce } = status;
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
            {signatoriesSince > 0 && <small> {t('statusSince', [signatoriesSince])}</small>}
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
