/**
 * The facts and the names that the extension ships, which the build has checked. Asked for when they are first needed,
 * in the extension's own contexts, to whose origin the addresses belong.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { Dictionary } from '../detection/dictionary.ts';

let dataset: Promise<Dataset> | undefined;
let dictionary: Promise<Dictionary> | undefined;

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
