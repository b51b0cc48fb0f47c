/** How the reader wants to read: how much is underlined, how it looks, and what opens a card. */
import { DENSITIES, OPENERS, type Reading, STYLES } from '../../lib/settings/reading.ts';
import { keyOf, useInterface } from '../interface.tsx';
import { Choice } from './Choice.tsx';

export function ReadingChoices({ reading, onChange }: { reading: Reading; onChange(chosen: Partial<Reading>): void }) {
  const { t } = useInterface();
  return (
    <details className="popup-reading">
      <summary>{t('popupReading')}</summary>
      <Choice
        label={t('popupDensity')}
        options={DENSITIES.map((density) => [density, t(keyOf('density', density))] as const)}
        value={reading.density}
        onChange={(density) => onChange({ density })}
      />
      <Choice
        label={t('popupStyle')}
        options={STYLES.map((style) => [style, t(keyOf('style', style))] as const)}
        value={reading.style}
        onChange={(style) => onChange({ style })}
      />
      <Choice
        label={t('popupOpens')}
        options={OPENERS.map((opens) => [opens, t(keyOf('opens', opens))] as const)}
        value={reading.opens}
        onChange={(opens) => onChange({ opens })}
      />
    </details>
  );
}
