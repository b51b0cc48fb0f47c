/** What reads the page, made of what the background sends. */
import { isAdmission, isFigures, isNames } from 'virtual:treaty-lens/message-checks';
import { ask } from '../messaging/transport.ts';
import type { Reading } from '../settings/reading.ts';
import type { PageReader } from './page-reader.ts';
import { presentReaders } from './presence.ts';

async function askForFigures(language: string) {
  return [language, await ask(isFigures, { type: 'figures-wanted', language })] as const;
}

/**
 * What reads the page at hand, and the reader's choices; undefined where the frame is not to be annotated, or nobody
 * answers. The dictionary comes in several messages, for a page stands still while it takes one in.
 */
export async function loadReader(): Promise<{ reader: PageReader; reading: Reading } | undefined> {
  const readers = presentReaders();
  if (!readers) return undefined;
  const wanted = readers.wanted();
  const [admission, names, figures] = await Promise.all([
    ask(isAdmission, { type: 'dictionary-wanted' }),
    Promise.all(wanted.names.map((part) => ask(isNames, { type: 'names-wanted', part }))),
    Promise.all(wanted.figures.map(askForFigures)),
  ]);
  if (!admission) return undefined;
  const parts = names.filter((part) => part !== undefined);
  const known = figures.flatMap(([language, grammar]) => (grammar ? [[language, grammar] as const] : []));
  return {
    reader: readers.create(admission.dictionary, parts, Object.fromEntries(known)),
    reading: admission.reading,
  };
}
