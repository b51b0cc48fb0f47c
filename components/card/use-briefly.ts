/** What a button has done, said for a moment. */
import { useEffect, useState } from 'react';

/** So long, in milliseconds, it is said. */
const SHOWN = 2000;

/** What is being said, undefined when nothing is, and a way to say something or to take it back. */
export function useBriefly<Outcome>() {
  const [outcome, say] = useState<Outcome>();
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => say(undefined), SHOWN);
    return () => clearTimeout(timer);
  }, [outcome]);
  return [outcome, say] as const;
}
