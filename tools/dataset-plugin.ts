/**
 * Compiles the dataset into the build. A fault in the data fails the build with file, path and reason.
 *
 * - `virtual:treaty-lens/gate-expressions`: the treaty's names, for the gate
 * - `dictionary/<part>.json`: the dictionary in parts, assets of which the annotator is given what its page needs
 * - `dataset.json`: the facts, an asset that the background and the extension's pages ask for when they need it
 * - `flags.json`: the flags of its states, an asset from which the background takes a card's flag
 */
import { compileDictionary } from '../lib/detection/compile/dictionary.ts';
import { compileGate } from '../lib/detection/compile/gate.ts';
import { gatherLexicon } from '../lib/detection/compile/lexicon.ts';
import { partDictionary } from '../lib/detection/dictionary.ts';
import { readFlags } from './flags.ts';
import { DATA_FOLDER, readDataset, readFigureWords } from './read-dataset.ts';

const GATE = 'virtual:treaty-lens/gate-expressions';

/** The lexicon of the repository's dataset. */
export function repositoryLexicon() {
  const { dataset, aliases } = readDataset();
  return gatherLexicon(aliases, dataset.entities, readFigureWords());
}

/** The dictionary of the repository's dataset. */
export function repositoryDictionary() {
  return compileDictionary(repositoryLexicon());
}

/** The facts as the extension ships them: JSON of a `Dataset`. */
export function factsAsset(): string {
  return JSON.stringify(readDataset().dataset);
}

/** The dictionary as the extension ships it, by the name of the file: JSON of its parts. */
export function dictionaryAssets(): Record<string, string> {
  const parts = Object.entries(partDictionary(repositoryDictionary()));
  return Object.fromEntries(parts.map(([name, part]) => [`dictionary/${name}.json`, JSON.stringify(part)]));
}

/** The flags of the dataset's states as the extension ships them: JSON of `Flags`. */
export function flagsAsset(): string {
  const codes = readDataset().dataset.entities.flatMap(({ iso }) => iso ?? []);
  return JSON.stringify(readFlags(codes));
}

/** A Vite plugin that serves the gate's expressions and watches the data folder while developing. */
export function datasetPlugin() {
  return {
    name: 'treaty-lens:dataset',
    resolveId(id: string): string | undefined {
      return id === GATE ? `\0${id}` : undefined;
    },
    load(this: { addWatchFile(id: string): void }, id: string): string | undefined {
      if (id !== `\0${GATE}`) return undefined;
      this.addWatchFile(DATA_FOLDER);
      return `export default ${JSON.stringify(compileGate(repositoryLexicon()))};`;
    },
  };
}
