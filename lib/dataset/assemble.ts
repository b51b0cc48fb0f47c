/** Puts the dataset's files together and says what is wrong with them. Knows neither disk nor network. */
import { z } from 'zod';
import { type AliasFile, aliasFileSchema } from './alias-schema.ts';
import { findInconsistencies } from './consistency.ts';
import type { Fault, FullDataset } from './dataset.ts';
import {
  articleSchema,
  conventionSchema,
  type Entity,
  entitySchema,
  eventSchema,
  sourceSchema,
  statusSchema,
} from './schema.ts';

/** Contents of the data folder: parsed JSON by path within it (`entities/states.json`). */
export type RawFiles = Readonly<Record<string, unknown>>;

/** Thrown when the dataset cannot stand; its message lists every fault, one a line. */
export class DatasetError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(
      `The dataset has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n` +
        faults.map(({ file, path, reason }) => `  ${file}${path ? ` at ${path}` : ''}: ${reason}`).join('\n'),
    );
    this.name = 'DatasetError';
    this.faults = faults;
  }
}

const SINGLE_FILES = {
  'convention.json': conventionSchema,
  'status.json': statusSchema,
  'articles.json': z.array(articleSchema),
  'timeline.json': z.array(eventSchema),
  'sources.json': z.array(sourceSchema),
} as const;
/** Words of figures: read by `figure-schema.ts`, no facts. */
const FIGURES = 'figures/';
const entityFileSchema = z.array(entitySchema);

function parseFile<T>(file: string, schema: z.ZodType<T>, raw: RawFiles, faults: Fault[]): T | undefined {
  if (!(file in raw)) {
    faults.push({ file, path: '', reason: 'is missing' });
    return undefined;
  }
  const parsed = schema.safeParse(raw[file]);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) faults.push({ file, path: issue.path.join('.'), reason: issue.message });
  return undefined;
}

/**
 * Assembles and checks the dataset.
 * @param today ISO date; dates after it are faults
 * @throws {DatasetError} with every fault found: shapes first, then, where all shapes hold, what contradicts
 */
export function assembleDataset(raw: RawFiles, today: string): FullDataset {
  const faults: Fault[] = [];
  const convention = parseFile('convention.json', SINGLE_FILES['convention.json'], raw, faults);
  const status = parseFile('status.json', SINGLE_FILES['status.json'], raw, faults);
  const articles = parseFile('articles.json', SINGLE_FILES['articles.json'], raw, faults);
  const timeline = parseFile('timeline.json', SINGLE_FILES['timeline.json'], raw, faults);
  const sources = parseFile('sources.json', SINGLE_FILES['sources.json'], raw, faults);
  const entities: Entity[] = [];
  const aliases: AliasFile[] = [];
  const fileOf = new Map<string, string>();
  for (const file of Object.keys(raw).sort()) {
    if (file.startsWith('entities/')) {
      for (const entity of parseFile(file, entityFileSchema, raw, faults) ?? []) {
        entities.push(entity);
        fileOf.set(entity.id, file);
      }
    } else if (file.startsWith('aliases/')) {
      const parsed = parseFile(file, aliasFileSchema, raw, faults);
      if (parsed) aliases.push(parsed);
    } else if (!(file in SINGLE_FILES) && !file.startsWith(FIGURES)) {
      faults.push({ file, path: '', reason: 'is no file of the dataset' });
    }
  }
  if (faults.length > 0 || !convention || !status || !articles || !timeline || !sources) throw new DatasetError(faults);
  const full = { dataset: { convention, status, articles, timeline, entities, sources }, aliases };
  const inconsistencies = findInconsistencies(full, fileOf, today);
  if (inconsistencies.length > 0) throw new DatasetError(inconsistencies);
  return full;
}
