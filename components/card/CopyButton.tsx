/** Copies the card with its sources, and says whether that was done. */
import { CopyIcon } from '../icons.tsx';
import { useInterface } from '../interface.tsx';
import { IconButton } from './IconButton.tsx';
import { useBriefly } from './use-briefly.ts';

export function CopyButton({ copy }: { copy(): Promise<boolean> }) {
  const { t } = useInterface();
  const [outcome, say] = useBriefly<'copied' | 'failed'>();
  const said = outcome && (outcome === 'copied' ? t('cardCopied') : t('cardNotCopied'));
  return (
    <>
      <output>{said}</output>
      <IconButton label={t('cardCopy')} onClick={() => void copy().then((done) => say(done ? 'copied' : 'failed'))}>
        <CopyIcon />
      </IconButton>
    </>
  );
}
