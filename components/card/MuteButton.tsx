/** Mutes the card's entity on every page, and undoes that. */
import { MuteIcon } from '../icons.tsx';
import { useInterface } from '../interface.tsx';
import { useBriefly } from './use-briefly.ts';

export function MuteButton({ muted, mute }: { muted: boolean; mute(muted: boolean): void }) {
  const { t } = useInterface();
  const [outcome, say] = useBriefly<'muted'>();
  return (
    <>
      <output>{outcome && t('cardMuted')}</output>
      <button
        type="button"
        className="icon-button"
        aria-pressed={muted}
        title={muted ? t('cardUnmute') : t('cardMute')}
        aria-label={t('cardMute')}
        onClick={() => {
          mute(!muted);
          say(muted ? undefined : 'muted');
        }}
      >
        <MuteIcon />
      </button>
    </>
  );
}
