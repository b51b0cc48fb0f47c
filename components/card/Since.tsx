/** What has happened since the article was written. */
import type { CardSince } from '../../lib/dataset/card.ts';
import { formatDate } from '../dates.ts';
import { useInterface } from '../interface.tsx';
import { FactList } from './FactList.tsx';

export function Since({ since: { published, told, others } }: { since: CardSince }) {
  const { t, lang } = useInterface();
  const title = t('cardSince', [formatDate(published, lang)]);
  return (
    <section className="card-since" aria-label={title}>
      <h3>{title}</h3>
      <FactList facts={told} />
      {others.length > 0 && (
        <details>
          <summary>{t('cardSinceMore', others.length)}</summary>
          <FactList facts={others} />
        </details>
      )}
    </section>
  );
}
