/** Questions put to the browser's extension interface, asked from a page of the extension's own. */
import { DEFAULT_READING } from '../../../lib/settings/reading.ts';
import type { StoredSettings } from './reader.ts';

/** The part of the extension interface that the tests use; both browsers give promises. */
interface ExtensionApi {
  tabs: {
    query(filter: { url?: string }): Promise<{ id?: number; url?: string }[]>;
  };
  scripting: {
    executeScript(injection: { target: { tabId: number }; func: () => unknown }): Promise<{ result?: unknown }[]>;
  };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
  commands: { getAll(): Promise<{ name?: string; shortcut?: string }[]> };
  storage: { local: { clear(): Promise<void>; set(items: Record<string, unknown>): Promise<void> } };
}

declare const chrome: ExtensionApi;

/** Evaluates an expression in a page of the extension. */
export type RunInExtension = (expression: string) => Promise<unknown>;

/** A file of the extension without a script of its own, so that the page that shows it only does what it is told. */
export const CONTROL_PATH = 'gate.js';

/**
 * The id of the tab that shows an address.
 * @throws {Error} unless there is exactly one
 */
export async function tabIdOf(run: RunInExtension, url: string): Promise<number> {
  const query = async (wanted: string) =>
    (await chrome.tabs.query({})).filter((tab) => tab.url === wanted).map(({ id }) => id);
  const ids = (await run(`(${query})(${JSON.stringify(url)})`)) as number[];
  const [id] = ids;
  if (id === undefined || ids.length > 1) throw new Error(`${ids.length} tabs show ${url}`);
  return id;
}

/** The badge's text in a tab. */
export async function badgeOf(run: RunInExtension, tabId: number): Promise<string> {
  const get = (id: number) => chrome.action.getBadgeText({ tabId: id });
  return (await run(`(${get})(${tabId})`)) as string;
}

/** Whether there is an annotator in the tab's page. */
export async function answers(run: RunInExtension, tabId: number): Promise<boolean> {
  const ask = async (id: number) => {
    const [answer] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => 'treatyLensAnnotator' in globalThis,
    });
    return answer?.result === true;
  };
  return (await run(`(${ask})(${tabId})`)) as boolean;
}

/** The shortcut that the browser has given to a command; empty when it has none. */
export async function shortcutOf(run: RunInExtension, command: string): Promise<string> {
  const get = async (wanted: string) =>
    (await chrome.commands.getAll()).find(({ name }) => name === wanted)?.shortcut ?? '';
  return (await run(`(${get})(${JSON.stringify(command)})`)) as string;
}

/** Stores settings, or clears them. */
export async function storeSettings(run: RunInExtension, settings: StoredSettings | undefined): Promise<void> {
  const whole = settings && { ...settings, reading: { ...DEFAULT_READING, ...settings.reading } };
  const store = async (wanted: StoredSettings | null) => {
    if (wanted) await chrome.storage.local.set({ settings: wanted });
    else await chrome.storage.local.clear();
  };
  await run(`(${store})(${JSON.stringify(whole ?? null)})`);
}
