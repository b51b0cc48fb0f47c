/** Reads the dataset from the repository's data folder. For tools, the build and tests; the extension never does. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assembleDataset, DatasetError, type RawFiles } from '../lib/dataset/assemble.ts';
import { today } from '../lib/dataset/calendar.ts';
import type { FullDataset } from '../lib/dataset/dataset.ts';
import { type FigureWords, figureWordsSchema } from '../lib/dataset/figure-schema.ts';

/** The data folder of this checkout. */
export const DATA_FOLDER = fileURLToPath(new URL('../lib/dataset/data/', import.meta.url));

/**
 * Parses every JSON file of a data folder.
 * @returns contents by path within the folder
 * @throws {DatasetError} naming the file that is no JSON
 */
function readRawFiles(folder: string): RawFiles {
  const raw: Record<string, unknown> = {};
  for (const file of globSync('**/*.json', { cwd: folder })) {
    try {
      raw[file] = JSON.parse(readFileSync(`${folder}${file}`, 'utf8'));
    } catch (error) {
      throw new DatasetError([{ file, path: '', reason: (error as Error).message }]);
    }
  }
  return raw;
}

/**
 * The dataset of a data folder, checked.
 * @throws {DatasetError} with every fault
 */
export function readDataset(folder: string = DATA_FOLDER): FullDataset {
  return assembleDataset(readRawFiles(folder), today());
}

/**
 * The words of figures of the repository, a file for each language.
 * @throws {ZodError} for a file that does not hold what it should
 */
export function readFigureWords(): FigureWords[] {
  return globSync(`${DATA_FOLDER}figures/*.json`)
    .toSorted()
    .map((file) => figureWordsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
}
