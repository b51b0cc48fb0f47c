/** Mutes the card's entity on every page, and undoes that. */
import { MuteIcon } from '../icons.tsx';
import { useInterface } from '../interface.tsx';

export function MuteButton({ muted, mute }: { muted: boolean; mute(muted: boolean): void }) {
  const { t } = useInterface();
  return (
    <>
      <output>{muted && t('cardMuted')}</output>
      <button
        type="button"
        className="icon-button"
        aria-pressed={muted}
        title={muted ? t('cardUnmute') : t('cardMute')}
        aria-label={t('cardMute')}
        onClick={() => mute(!muted)}
      >
        <MuteIcon />
      </button>
    </>
  );
}
