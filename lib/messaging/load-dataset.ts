/**
 * The facts, the names and the flags that the extension ships, which the build has checked. Asked for when they are first
 * needed, in the extension's own contexts, to whose origin the addresses belong.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { Flags } from '../dataset/drawing.ts';
import { LANGUAGES } from '../dataset/terms.ts';
import { type DictionaryParts, type NamesPart, namesFor } from '../detection/dictionary.ts';
import type { FigureGrammar } from '../detection/figure-grammar.ts';

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
export function loadDictionary(): Promise<DictionaryParts['common']> {
  return load('/dictionary/common.json');
}

/**
 * A part of the names; undefined for one that is not known. Rejects when the installation is damaged.
 * @param part one of `namesFor`
 */
export async function loadNames(part: string): Promise<NamesPart | undefined> {
  return [...namesFor(''), ...LANGUAGES].includes(part) ? load(`/dictionary/names/${part}.json`) : undefined;
}

/**
 * How a language gives figures; undefined for one that is not known. Rejects when the installation is damaged.
 * @param language a primary subtag
 */
export async function loadFigures(language: string): Promise<FigureGrammar | undefined> {
  return LANGUAGES.some((known) => known === language) ? load(`/dictionary/figures/${language}.json`) : undefined;
}

/** The flags of all states; none when the installation is damaged, for no card should fail for a decoration. */
export function loadFlags(): Promise<Flags> {
  return load<Flags>('/flags.json').catch(() => ({}));
}
