/** For whom a person spoke, and when. */
import type { CardRole } from '../../lib/dataset/card.ts';
import { formatDate, formatDates } from '../dates.ts';
import { inLanguage } from '../in-language.ts';
import { type InterfaceTexts, useInterface } from '../interface.tsx';
import { Citation } from './Sources.tsx';

/** The time of a role: its known ends, or else a date at which it is known to have been held. */
function timeOf({ from, to, date }: CardRole, { t, lang }: InterfaceTexts): string {
  if (from && to) return formatDates(from, to, lang);
  if (from) return t('cardRoleFrom', [formatDate(from, lang)]);
  return to ? t('cardRoleTo', [formatDate(to, lang)]) : t('cardRoleAt', [formatDate(date, lang)]);
}

export function Roles({ roles }: { roles: readonly CardRole[] }) {
  const texts = useInterface();
  if (roles.length === 0) return null;
  return (
    <section aria-label={texts.t('cardRoles')}>
      <h3>{texts.t('cardRoles')}</h3>
      <ul className="card-roles">
        {roles.map((role) => (
          <li key={role.title.text}>
            <span {...inLanguage(role.title.lang)}>{role.title.text}</span>
            {' · '}
            <span className="card-date">{timeOf(role, texts)}</span>
            <Citation numbers={role.sources} />
          </li>
        ))}
      </ul>
    </section>
  );
}
