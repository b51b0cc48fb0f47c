/**
 * The facts, the names and the flags that the extension ships, which the build has checked. Asked for when they are first
 * needed, in the extension's own contexts, to whose origin the addresses belong.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { Flags } from '../dataset/drawing.ts';
import { LANGUAGES } from '../dataset/terms.ts';
import type { Dictionary, LanguagePart } from '../detection/dictionary.ts';
import { primarySubtag } from '../detection/language.ts';

/** What has been asked for, by file. */
const loaded = new Map<string, Promise<unknown>>();

/** Reads a file once; one that could not be read is asked for again the next time. */
function load<T>(file: string): Promise<T> {
  const asked = loaded.get(file) ?? read(file);
  loaded.set(file, asked);
  asked.catch(() => loaded.delete(file));
  return asked as Promise<T>;
}

async function read(file: string): Promise<unknown> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} is not there`);
  return response.json();
}

/** The facts. Rejects when the installation is damaged. */
export function loadDataset(): Promise<Dataset> {
  return load('/dataset.json');
}

/** What pages in all languages need of the dictionary. Rejects when the installation is damaged. */
export function loadDictionary(): Promise<Dictionary> {
  return load('/dictionary/common.json');
}

/**
 * What pages in one language need beside it; undefined for a language that has no part. Rejects when the installation is
 * damaged.
 * @param lang the page's BCP 47 tag, as the page has it, or empty
 */
export async function loadLanguagePart(lang: string): Promise<LanguagePart | undefined> {
  const own = LANGUAGES.find((language) => language === primarySubtag(lang));
  return own && load(`/dictionary/${own}.json`);
}

/** The flags of all states; none when the installation is damaged, for no card should fail for a decoration. */
export function loadFlags(): Promise<Flags> {
  return load<Flags>('/flags.json').catch(() => ({}));
}
