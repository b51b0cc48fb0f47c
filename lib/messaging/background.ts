/** What the background does: lets the annotator in where it is wanted, answers for the dataset, keeps the badge. */
import expressions from 'virtual:treaty-lens/gate-expressions';
import { browser } from 'wxt/browser';
import { today } from '../dataset/calendar.ts';
import { cardOf, isKnown, withFlag } from '../dataset/card.ts';
import { figureCardOf } from '../dataset/figure-card.ts';
import { languageFor } from '../dataset/localized.ts';
import { createGate } from '../detection/names-treaty.ts';
import { type Reading, withMuted } from '../settings/reading.ts';
import type { Settings } from '../settings/settings.ts';
import { hostOf, isAnnotated } from '../settings/site-rules.ts';
import { changeSettings, loadSettings, watchSettings } from '../settings/store.ts';
import { setBadge } from './badge.ts';
import { commandedFrame, countIn } from './frame-states.ts';
import { annotatedFrames } from './frames.ts';
import { loadDataset, loadFlags, loadPart, prepareParts } from './load-dataset.ts';
import { type ToBackground, toBackgroundSchema } from './messages.ts';
import { type Frame, frameOf } from './sender.ts';
import { onMessage, sendToTab } from './transport.ts';

const DETECTOR = '/detector.js';
const ANNOTATOR = '/annotator.js';
const CARDS = '/cards.js';
const GATE = '/gate.js';

/** CSS of the highlights, by the origin with which each part must be given to a page. */
export interface HighlightStyles {
  /** With user origin. */
  underline: string;
  /** With author origin. */
  tint: string;
}

let gate: ((passage: string) => boolean) | undefined;

/** Whether a passage names the treaty. The names are made ready when the first passage comes. */
function namesTreaty(passage: string): boolean {
  gate ??= createGate(expressions);
  return gate(passage);
}

/** Whether a frame is annotated: where the reader has switched off its own site or the page's, it is not. */
function isFrameAnnotated(settings: Settings, { hosts }: Frame): boolean {
  return hosts.every((host) => isAnnotated(settings, host));
}

/** The last count asked for in each tab: frames report at once, and an older answer may come after a newer one. */
const lastCounts = new Map<number, symbol>();

/** Puts on the badge how many mentions the frames of a tab have. */
async function countMentions(tabId: number): Promise<void> {
  const thisCount = Symbol();
  lastCounts.set(tabId, thisCount);
  const count = countIn(await annotatedFrames(tabId));
  if (lastCounts.get(tabId) !== thisCount) return;
  lastCounts.delete(tabId);
  await setBadge(tabId, count);
}

const targetOf = ({ tabId, frameId }: Frame) => ({ tabId, frameIds: [frameId] });

/** Lets a script into a frame. Rejects when the tab was closed meanwhile. */
async function bring(script: typeof DETECTOR | typeof ANNOTATOR | typeof CARDS, frame: Frame): Promise<void> {
  await browser.scripting.executeScript({ target: targetOf(frame), files: [script] });
}

async function admit(frame: Frame, styles: HighlightStyles): Promise<void> {
  const { tabId, frameId } = frame;
  const settings = await loadSettings();
  const { reading } = settings;
  if (!isFrameAnnotated(settings, frame)) {
    if (frameId === 0) await setBadge(tabId, 'off');
    // A page from the browser's cache may still be annotated.
    await sendToTab(tabId, { type: 'annotate', on: false, reading }, frameId);
    return;
  }
  const target = targetOf(frame);
  // The annotator asks for them at once: they are read while that is let in.
  prepareParts();
  const bringScripts = async () => {
    // One by one, so that the page has its turn between them.
    await bring(DETECTOR, frame);
    await bring(ANNOTATOR, frame);
  };
  try {
    await Promise.all([
      bringScripts(),
      browser.scripting.insertCSS({ target, css: styles.underline, origin: 'USER' }),
      browser.scripting.insertCSS({ target, css: styles.tint, origin: 'AUTHOR' }),
    ]);
    // An annotator that came back with its page from the browser's cache has missed what was chosen meanwhile, and so
    // has one that was let in while it was chosen.
    const now = await loadSettings();
    const on = isFrameAnnotated(now, frame);
    await sendToTab(tabId, { type: 'annotate', on, reading: now.reading, admitted: true }, frameId);
  } catch {
    // The tab was closed meanwhile.
  }
}

/** Lets the script that draws cards into a frame whose annotator wants it. */
async function bringCards(frame: Frame): Promise<boolean> {
  try {
    await bring(CARDS, frame);
    return true;
  } catch {
    return false; // The tab was closed meanwhile.
  }
}

/**
 * How the reader wants a frame to be read; null where it was switched off while its annotator was being let in, or where
 * the tab has meanwhile gone to a site that is off.
 */
async function readingFor(frame: Frame): Promise<Reading | null> {
  const settings = await loadSettings();
  return isFrameAnnotated(settings, frame) ? settings.reading : null;
}

/**
 * Mutes an entity on all pages, or ends that. What the dataset does not know cannot be muted, nor from a page of a site
 * that is off, where there are no cards.
 */
async function mute(frame: Frame, entity: string, muted: boolean): Promise<boolean> {
  if (!isFrameAnnotated(await loadSettings(), frame) || !isKnown(await loadDataset(), entity)) return false;
  await changeSettings((settings) => ({ ...settings, reading: withMuted(settings.reading, entity, muted) }));
  return true;
}

/** Tells every open tab whether it is annotated now. */
async function tellTabs(): Promise<void> {
  const settings = await loadSettings();
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      const host = hostOf(url);
      if (id === undefined || host === undefined) return;
      const on = isAnnotated(settings, host);
      const heard = await sendToTab(id, { type: 'annotate', on, reading: settings.reading });
      // An annotator that goes on again counts anew and sets the badge itself.
      if (heard === true && !on) await setBadge(id, 'off');
    }),
  );
}

/** Lets the gate into pages that were open before the extension was; browsers that do so themselves lose nothing. */
async function greetOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  for (const { id, discarded } of tabs) {
    if (id === undefined || discarded) continue;
    // Some pages, such as the browser's own store, take no scripts.
    await browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [GATE] }).catch(() => {});
  }
}

async function relayCommand(command: string): Promise<void> {
  if (command !== 'next-mention' && command !== 'previous-mention' && command !== 'enter-card') return;
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  const frame = commandedFrame(await annotatedFrames(tab.id));
  if (frame) await sendToTab(tab.id, { type: 'command', command }, frame.frameId);
}

/**
 * Starts the background.
 * @param styles CSS of the highlights, given to a page together with the annotator
 */
export function startBackground(styles: HighlightStyles): void {
  const read = (raw: unknown): ToBackground | undefined => toBackgroundSchema.safeParse(raw).data;
  onMessage(read, (message, sender) => {
    const frame = frameOf(sender);
    if (!frame) return undefined;
    switch (message.type) {
      case 'passages-found': {
        const named = message.passages.some(namesTreaty);
        if (named) void admit(frame, styles);
        return Promise.resolve(named);
      }
      case 'mentions-counted':
        return countMentions(frame.tabId);
      case 'reading-wanted':
        return readingFor(frame);
      case 'part-wanted':
        return loadPart(message.part).then((part) => part ?? null);
      case 'rule-wanted':
        return loadSettings().then((settings) => isFrameAnnotated(settings, frame));
      case 'cards-wanted':
        return bringCards(frame);
      case 'card-wanted':
        return Promise.all([loadDataset(), loadFlags()]).then(([dataset, flags]) => {
          const { entity, lang, published, figure } = message;
          const question = { lang: languageFor(lang), today: today(), published };
          const card = figure ? figureCardOf(dataset, figure, question) : cardOf(dataset, entity, question);
          return card ? withFlag(card, flags) : null;
        });
      case 'entity-muted':
        return mute(frame, message.entity, message.muted);
      default:
        return message satisfies never;
    }
  });
  browser.runtime.onInstalled.addListener(() => void greetOpenTabs());
  watchSettings(() => void tellTabs());
  browser.commands.onCommand.addListener((command) => void relayCommand(command));
}
