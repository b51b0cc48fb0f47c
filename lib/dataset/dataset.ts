/** The dataset as a whole: what it is made of once its files are put together. */
import type { AliasFile } from './alias-schema.ts';
import type { Article, Convention, Entity, Source, Status, TimelineEvent } from './schema.ts';

/** All that cards, popup and status page may show. Lists are in the order of their files. */
export interface Dataset {
  convention: Convention;
  status: Status;
  articles: Article[];
  timeline: TimelineEvent[];
  entities: Entity[];
  sources: Source[];
}

/** The dataset with the words under which its entities are known. */
export interface FullDataset {
  dataset: Dataset;
  aliases: AliasFile[];
}

/** One thing that is wrong: in which file, where in it, and why. */
export interface Fault {
  file: string;
  path: string;
  reason: string;
}
