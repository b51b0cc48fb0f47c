/** Copies the card with its sources, and says whether that was done. */
import { useEffect, useState } from 'react';
import { CopyIcon } from '../icons.tsx';
import { useInterface } from '../interface.tsx';

/** So long, in milliseconds, the button says what it has done. */
const SHOWN = 2000;

export function CopyButton({ copy }: { copy(): Promise<boolean> }) {
  const { t } = useInterface();
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN);
    return () => clearTimeout(timer);
  }, [outcome]);
  const said = outcome && (outcome === 'copied' ? t('cardCopied') : t('cardNotCopied'));
  return (
    <>
      <output>{said}</output>
      <button
        type="button"
        className="icon-button"
        title={t('cardCopy')}
        aria-label={t('cardCopy')}
        onClick={() => void copy().then((done) => setOutcome(done ? 'copied' : 'failed'))}
      >
        <CopyIcon />
      </button>
    </>
  );
}
