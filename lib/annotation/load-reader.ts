/** What reads the page, made of what the background sends. */
import { isAdmission, isFigures, isNames } from 'virtual:treaty-lens/message-checks';
import type { ToBackground } from '../messaging/messages.ts';
import { ask } from '../messaging/transport.ts';
import type { Reading } from '../settings/reading.ts';
import { pause } from './in-slices.ts';
import type { PageReader } from './page-reader.ts';
import { presentReaders } from './presence.ts';

const isText = (answer: unknown): answer is string => typeof answer === 'string';

/** A part of the dictionary, which comes as JSON; undefined where it is not to be had. */
async function askForPart<T>(isWanted: (part: unknown) => part is T, question: ToBackground): Promise<T | undefined> {
  const json = await ask(isText, question);
  if (json === undefined) return undefined;
  // The message has had its share of the task at hand.
  await pause();
  try {
    const part: unknown = JSON.parse(json);
    return isWanted(part) ? part : undefined;
  } catch {
    return undefined; // The installation is damaged.
  }
}

/**
 * What reads the page at hand, and the reader's choices; undefined where the frame is not to be annotated, where nobody
 * answers, or where a part of the dictionary is missing. It comes in several messages, and is made of them in tasks of
 * their own, for a page stands still meanwhile.
 */
export async function loadReader(): Promise<{ reader: PageReader; reading: Reading } | undefined> {
  const readers = presentReaders();
  if (!readers) return undefined;
  const wanted = readers.wanted();
  const [admission, names, figures] = await Promise.all([
    ask(isAdmission, { type: 'dictionary-wanted' }),
    Promise.all(wanted.names.map((part) => askForPart(isNames, { type: 'names-wanted', part }))),
    Promise.all(wanted.figures.map((language) => askForPart(isFigures, { type: 'figures-wanted', language }))),
  ]);
  await pause();
  const known = names.filter((part) => part !== undefined);
  const grammars = figures.flatMap((grammar, index) =>
    grammar ? [[wanted.figures[index] ?? '', grammar] as const] : [],
  );
  if (!admission || known.length < names.length || grammars.length < figures.length) return undefined;
  return {
    reader: readers.create(admission.dictionary, known, Object.fromEntries(grammars)),
    reading: admission.reading,
  };
}
