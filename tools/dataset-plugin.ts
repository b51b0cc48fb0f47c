/**
 * Compiles the dataset into the build. A fault in the data fails the build with file, path and reason.
 *
 * - `virtual:treaty-lens/dictionary`: the matcher's dictionary, for the annotator
 * - `virtual:treaty-lens/gate-expressions`: the treaty's names alone, for the gate
 * - `dataset.json`: the facts, an asset that the background and the extension's pages ask for when they need it
 */
import { compileDictionary } from '../lib/detection/dictionary.ts';
import { compileGate } from '../lib/detection/gate-expressions.ts';
import { DATA_FOLDER, readDataset } from './read-dataset.ts';

const PREFIX = 'virtual:treaty-lens/';

/** The dictionary of the repository's dataset. */
export function repositoryDictionary() {
  const { dataset, aliases } = readDataset();
  const instruments = dataset.entities.filter(({ kind }) => kind === 'instrument').map(({ id }) => id);
  return compileDictionary(aliases, instruments);
}

/** The facts as the extension ships them: JSON of a `Dataset`. */
export function factsAsset(): string {
  return JSON.stringify(readDataset().dataset);
}

/** A Vite plugin that serves the virtual modules and watches the data folder while developing. */
export function datasetPlugin() {
  return {
    name: 'treaty-lens:dataset',
    resolveId(id: string): string | undefined {
      return id.startsWith(PREFIX) ? `\0${id}` : undefined;
    },
    load(this: { addWatchFile(id: string): void }, id: string): string | undefined {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      this.addWatchFile(DATA_FOLDER);
      const dictionary = repositoryDictionary();
      const wanted = id.endsWith('/gate-expressions') ? compileGate(dictionary) : dictionary;
      // Parsing a JSON string is faster than evaluating an object literal of this size.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(wanted))});`;
    },
  };
}
