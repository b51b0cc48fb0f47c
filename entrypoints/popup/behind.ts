/** The page behind the popup, as the browser and the page's annotator tell it. */
import { browser } from 'wxt/browser';
import type { PopupPage } from '../../components/popup/Popup.tsx';
import { type CardLink, isKnown, nameOf } from '../../lib/dataset/card.ts';
import type { Dataset } from '../../lib/dataset/dataset.ts';
import type { Language } from '../../lib/dataset/schema.ts';
import { type AnnotatedFrame, mentionsIn } from '../../lib/messaging/frame-states.ts';
import { annotatedFrames } from '../../lib/messaging/frames.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { hostOf, isAnnotated, siteOf } from '../../lib/settings/site-rules.ts';

/** What is behind the popup: the tab, its host, and what its annotator says. */
export interface Behind {
  tabId: number | undefined;
  host: string | undefined;
  /** Match pattern of the page's origin, with which access to it is asked for. */
  origin: string;
  access: boolean;
  /** Frames of the tab that are annotated, the page itself first. */
  frames: AnnotatedFrame[];
}

/**
 * Looks behind the popup. Opened as a tab of its own, with `?tab=ID`, it speaks of that tab.
 */
export async function readBehind(): Promise<Behind> {
  const asked = Number(new URLSearchParams(location.search).get('tab'));
  const tab = asked
    ? await browser.tabs.get(asked)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  const host = hostOf(tab?.url);
  if (tab?.id === undefined || host === undefined) {
    return { tabId: tab?.id, host, origin: '', access: false, frames: [] };
  }
  const origin = `${new URL(tab.url ?? '').protocol}//${host}/*`;
  const access = await browser.permissions.contains({ origins: [origin] });
  return { tabId: tab.id, host, origin, access, frames: await annotatedFrames(tab.id) };
}

/** Whom the reader has muted, by name. What an older dataset knew and this one does not is left out. */
export function mutedOf({ reading }: Settings, dataset: Dataset, lang: Language): CardLink[] {
  return reading.muted.filter((id) => isKnown(dataset, id)).map((id) => ({ id, name: nameOf(dataset, id, lang) }));
}

/** What the popup shows of the page behind it. */
export function pageOf(behind: Behind, settings: Settings, dataset: Dataset, lang: Language): PopupPage {
  const { host, access, frames } = behind;
  if (host === undefined) return { state: 'no-web-page' };
  const site = siteOf(host);
  if (!access) return { state: 'no-access', site };
  if (!isAnnotated(settings, host)) return { state: 'off', site, host };
  if (frames.length === 0) return { state: 'silent', site, host };
  return {
    state: 'annotated',
    site,
    host,
    mentions: mentionsIn(frames).entities.map(({ entity, count }) => ({
      entity,
      count,
      name: nameOf(dataset, entity, lang),
    })),
  };
}
