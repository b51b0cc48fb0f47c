/** Sends and receives the extension's messages. */
import { browser } from 'wxt/browser';
import type { ToBackground, ToTab } from './messages.ts';

/** Who sent a message, as the browser tells it. */
type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];
/** Answers a message, now or later; undefined when there is nothing to say. */
type Answer = Promise<unknown> | undefined;

/**
 * Listens for messages of one kind from this extension; others are left to whoever wants them.
 * @param read gives what came as such a message, or undefined where it is none
 * @returns how to stop listening
 */
export function onMessage<T>(
  read: (raw: unknown) => T | undefined,
  answer: (message: T, sender: Sender) => Answer,
): () => void {
  const listener = (raw: unknown, sender: Sender, respond: (response: unknown) => void): boolean => {
    const message = sender.id === browser.runtime.id ? read(raw) : undefined;
    const later = message === undefined ? undefined : answer(message, sender);
    if (!later) return false;
    later.then(respond, () => respond(null));
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/**
 * Sends to the background.
 * @returns its answer, to be read by a schema; undefined when the extension has been updated or removed meanwhile
 */
export async function sendToBackground(message: ToBackground): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch {
    return undefined; // Nobody is left to answer this page; it is no error of the page's.
  }
}

/** Asks the background; undefined where there is no answer of the kind that is wanted. */
export async function ask<T>(
  isWanted: (answer: unknown) => answer is T,
  question: ToBackground,
): Promise<T | undefined> {
  const answer = await sendToBackground(question);
  return isWanted(answer) ? answer : undefined;
}

/**
 * Sends to the content scripts of a tab.
 * @param frameId of the one frame that is meant; by default all of them, of which one answers
 * @returns undefined when none of them listens
 */
export async function sendToTab(tabId: number, message: ToTab, frameId?: number): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, message, frameId === undefined ? {} : { frameId });
  } catch {
    return undefined; // A tab without our scripts: the page does not name the treaty.
  }
}
