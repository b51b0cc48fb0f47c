/** Whom the reader has muted, each with a way to undo it. */
import type { CardLink } from '../../lib/dataset/card.ts';
import { inLanguage } from '../in-language.ts';
import { useInterface } from '../interface.tsx';

export function Muted({ entities, onUnmute }: { entities: readonly CardLink[]; onUnmute(entity: string): void }) {
  const { t } = useInterface();
  if (entities.length === 0) return null;
  return (
    <details className="popup-muted">
      <summary>{t('popupMuted', entities.length)}</summary>
      <ul>
        {entities.map(({ id, name }) => (
          <li key={id}>
            <span {...inLanguage(name.lang)}>{name.text}</span>
            <button
              type="button"
              aria-label={t('cardLabelled', [t('popupUnmute'), name.text])}
              onClick={() => onUnmute(id)}
            >
              {t('popupUnmute')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
