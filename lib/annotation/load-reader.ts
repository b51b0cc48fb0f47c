/** What reads the page, made of what the background sends. */
import { isCommonPart, isFigures, isNames } from 'virtual:treaty-lens/message-checks';
import { partsFor } from '../detection/dictionary.ts';
import { primarySubtag } from '../detection/language.ts';
import { ask } from '../messaging/transport.ts';
import { pause } from './in-slices.ts';
import { languageOfPage } from './page-mentions.ts';
import { PageReader } from './page-reader.ts';
import { presentDetection } from './presence.ts';

const isText = (answer: unknown): answer is string => typeof answer === 'string';

/** A part of the dictionary, which comes as JSON; undefined where it is not to be had. */
async function askForPart<T>(isWanted: (part: unknown) => part is T, part: string): Promise<T | undefined> {
  const json = await ask(isText, { type: 'part-wanted', part });
  if (json === undefined) return undefined;
  // The message has had its share of the task at hand.
  await pause();
  try {
    const content: unknown = JSON.parse(json);
    return isWanted(content) ? content : undefined;
  } catch {
    return undefined; // The installation is damaged.
  }
}

/**
 * What reads the page at hand; undefined where a part of the dictionary is missing, or nobody answers. It comes in several
 * messages, and is made of them in tasks of their own, for a page stands still meanwhile.
 */
export async function loadReader(): Promise<PageReader | undefined> {
  const detection = presentDetection();
  if (!detection) return undefined;
  const wanted = partsFor(primarySubtag(languageOfPage()) ?? '');
  const [common, names, figures] = await Promise.all([
    askForPart(isCommonPart, wanted.common),
    Promise.all(wanted.names.map((part) => askForPart(isNames, part))),
    Promise.all(wanted.figures.map((part) => askForPart(isFigures, part))),
  ]);
  await pause();
  const ours = names.filter((part) => part !== undefined);
  const grammars = figures.filter((part) => part !== undefined);
  if (!common || ours.length < names.length || grammars.length < figures.length) return undefined;
  return new PageReader(detection.createDetector(common, ours, grammars));
}
