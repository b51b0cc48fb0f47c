/** Entities to hop to within the card. */
import type { CardLink } from '../../lib/dataset/card.ts';
import { inLanguage } from '../in-language.ts';
import { useInterface } from '../interface.tsx';

export function Related({ links, hop }: { links: readonly CardLink[]; hop(entity: string): void }) {
  const { t } = useInterface();
  if (links.length === 0) return null;
  return (
    <nav className="card-related" aria-label={t('cardRelated')}>
      <h3>{t('cardRelated')}</h3>
      <ul>
        {links.map(({ id, name }) => (
          <li key={id}>
            <button type="button" {...inLanguage(name.lang)} onClick={() => hop(id)}>
              {name.text}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
