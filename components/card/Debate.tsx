/** Both sides of what is said of an article, each view with whose it is. */
import type { CardContent, CardOpinion } from '../../lib/dataset/card.ts';
import { formatDate } from '../dates.ts';
import { inLanguage } from '../in-language.ts';
import { useInterface } from '../interface.tsx';
import { Citation } from './Sources.tsx';

function Side({ title, opinions }: { title: string; opinions: readonly CardOpinion[] }) {
  const { lang } = useInterface();
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {opinions.map(({ holder, text, date, sources }) => (
          <li key={holder + date}>
            <strong dir="auto">{holder}</strong>{' '}
            <time className="card-date" dateTime={date}>
              {formatDate(date, lang)}
            </time>
            <span className="card-opinion" {...inLanguage(text.lang)}>
              {text.text}
              <Citation numbers={sources} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Debate({ debate }: { debate: NonNullable<CardContent['debate']> }) {
  const { t } = useInterface();
  return (
    <section className="card-debate" aria-label={t('cardDebate')}>
      <h3>{t('cardDebate')}</h3>
      <Side title={t('cardConcerns')} opinions={debate.concerns} />
      <Side title={t('cardAnswers')} opinions={debate.answers} />
    </section>
  );
}
