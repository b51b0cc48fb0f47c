/** Mutes the card's entity on every page, and undoes that. */
import { MuteIcon } from '../icons.tsx';
import { useInterface } from '../interface.tsx';
import { IconButton } from './IconButton.tsx';
import { useBriefly } from './use-briefly.ts';

export function MuteButton({ muted, mute }: { muted: boolean; mute(muted: boolean): void }) {
  const { t } = useInterface();
  const [outcome, say] = useBriefly<'muted'>();
  return (
    <>
      <output>{outcome && t('cardMuted')}</output>
      <IconButton
        label={t('cardMute')}
        title={muted ? t('cardUnmute') : t('cardMute')}
        pressed={muted}
        onClick={() => {
          mute(!muted);
          say(muted ? undefined : 'muted');
        }}
      >
        <MuteIcon />
      </IconButton>
    </>
  );
}
