/**
 * The facts, the names and the flags that the extension ships, which the build has checked. Asked for when they are first
 * needed, in the extension's own contexts, to whose origin the addresses belong.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { Flags } from '../dataset/drawing.ts';
import { LANGUAGES } from '../dataset/terms.ts';
import { type DictionaryParts, namesFor } from '../detection/dictionary.ts';

/** What has been asked for, by file. */
const loaded = new Map<string, Promise<unknown>>();

/** Reads a file once; one that could not be read is asked for again the next time. */
function load<T>(file: string, read: (response: Response) => Promise<unknown>): Promise<T> {
  const asked = loaded.get(file) ?? fetchFile(file).then(read);
  loaded.set(file, asked);
  asked.catch(() => loaded.delete(file));
  return asked as Promise<T>;
}

async function fetchFile(file: string): Promise<Response> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} is not there`);
  return response;
}

const loadJson = <T>(file: string) => load<T>(file, (response) => response.json());
const loadText = (file: string) => load<string>(file, (response) => response.text());

/** The facts. Rejects when the installation is damaged. */
export function loadDataset(): Promise<Dataset> {
  return loadJson('/dataset.json');
}

/** What pages in all languages need of the dictionary. Rejects when the installation is damaged. */
export function loadDictionary(): Promise<DictionaryParts['common']> {
  return loadJson('/dictionary/common.json');
}

/**
 * A part of the names, as JSON of a `NamesPart`: it is sent on as it is. Undefined for one that is not known; rejects when
 * the installation is damaged.
 * @param part one of `namesFor`
 */
export async function loadNames(part: string): Promise<string | undefined> {
  return LANGUAGES.some((language) => namesFor(language).includes(part))
    ? loadText(`/dictionary/names/${part}.json`)
    : undefined;
}

/**
 * How a language gives figures, as JSON of a `FigureGrammar`, in the same way.
 * @param language a primary subtag
 */
export async function loadFigures(language: string): Promise<string | undefined> {
  return LANGUAGES.some((known) => known === language) ? loadText(`/dictionary/figures/${language}.json`) : undefined;
}

/** The flags of all states; none when the installation is damaged, for no card should fail for a decoration. */
export function loadFlags(): Promise<Flags> {
  return loadJson<Flags>('/flags.json').catch(() => ({}));
}
