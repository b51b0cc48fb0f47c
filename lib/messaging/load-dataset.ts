/**
 * The facts, the names and the flags that the extension ships, which the build has checked. Asked for when they are first needed,
 * in the extension's own contexts, to whose origin the addresses belong.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { Flags } from '../dataset/drawing.ts';
import type { Dictionary } from '../detection/dictionary.ts';

let dataset: Promise<Dataset> | undefined;
let dictionary: Promise<Dictionary> | undefined;
let flags: Promise<Flags> | undefined;

async function load<T>(file: string): Promise<T> {
  const response = await fetch(file);
  return (await response.json()) as T;
}

/** The facts. Rejects when the installation is damaged. */
export function loadDataset(): Promise<Dataset> {
  dataset ??= load('/dataset.json');
  return dataset;
}

/** The names of all languages. Rejects when the installation is damaged. */
export function loadDictionary(): Promise<Dictionary> {
  dictionary ??= load('/dictionary.json');
  return dictionary;
}

/** The flags of all states. Rejects when the installation is damaged. */
export function loadFlags(): Promise<Flags> {
  flags ??= load('/flags.json');
  return flags;
}
