/** The settings' place in the browser's local storage. */
import { storage } from 'wxt/utils/storage';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings.ts';

const item = storage.defineItem<unknown>('local:settings', { fallback: DEFAULT_SETTINGS });

/** The settings as they stand; the defaults where nothing readable is stored. */
export async function loadSettings(): Promise<Settings> {
  return readSettings(await item.getValue());
}

/** The last change: each waits for the one before, so that none is lost between reading and writing. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Changes the settings. Every other part of the extension learns of it through `watchSettings`.
 * @param change gives the new settings from those that stand
 */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const changing = last.then(async () => {
    const changed = change(await loadSettings());
    await item.setValue(changed);
    return changed;
  });
  last = changing.catch(() => undefined);
  return changing;
}

/** Calls back with the new settings whenever they change, wherever they were changed. Returns how to stop it. */
export function watchSettings(callback: (settings: Settings) => void): () => void {
  return item.watch((stored) => callback(readSettings(stored)));
}
