/** What no schema sees: references that lead nowhere, dates out of order, one alias for two. */
import { expandPattern } from '../detection/pattern.ts';
import { articleId } from './article-id.ts';
import type { Fault, FullDataset } from './dataset.ts';

/** Compares partial ISO dates by their beginnings: `2024` is neither before nor after `2024-05`. */
function isAfter(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) > other.slice(0, length);
}

/** Every value held under `key`, anywhere in a tree of JSON, with its path. */
function* valuesUnder(key: string | RegExp, tree: unknown, path: string): Generator<[string, unknown]> {
  if (typeof tree !== 'object' || tree === null) return;
  for (const [name, value] of Object.entries(tree)) {
    const here = path === '' ? name : `${path}.${name}`;
    if (typeof key === 'string' ? name === key : key.test(name)) yield [here, value];
    yield* valuesUnder(key, value, here);
  }
}

function* duplicates(ids: Iterable<string>): Generator<string> {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) yield id;
    seen.add(id);
  }
}

/**
 * The contradictions of a dataset whose shapes are right.
 * @param fileOf the file of each entity, by id
 * @param today ISO date; what is dated after it has not happened
 */
export function findInconsistencies(
  { dataset, aliases }: FullDataset,
  fileOf: ReadonlyMap<string, string>,
  today: string,
): Fault[] {
  const faults: Fault[] = [];
  const { convention, status, articles, timeline, entities, sources } = dataset;
  const sourceIds = new Set(sources.map(({ id }) => id));
  const allIds = [...entities.map(({ id }) => id), ...articles.map(({ number }) => articleId(number))];
  const entityIds = new Set(allIds);
  const report = (file: string, path: string, reason: string) => faults.push({ file, path, reason });

  const parts: [file: string, prefix: string, tree: unknown][] = [
    ['convention.json', '', convention],
    ['status.json', '', status],
    ['articles.json', '', articles],
    ['timeline.json', '', timeline],
    ...entities.map((entity): [string, string, unknown] => [fileOf.get(entity.id) ?? 'entities', entity.id, entity]),
  ];
  const used = new Set<string>();
  for (const [file, prefix, tree] of parts) {
    for (const [path, value] of valuesUnder('sources', tree, prefix)) {
      for (const id of value as string[]) {
        used.add(id);
        if (!sourceIds.has(id)) report(file, path, `names the source "${id}", which sources.json does not have`);
      }
    }
    for (const [path, value] of valuesUnder(/^(?:entity|related|entities)$/, tree, prefix)) {
      for (const id of [value].flat() as string[]) {
        if (!entityIds.has(id)) report(file, path, `refers to "${id}", which is no entity`);
      }
    }
    for (const [path, value] of valuesUnder(/^(?:date|deposited|asOf|accessed)$/, tree, prefix)) {
      if (isAfter(value as string, today)) report(file, path, `is dated ${value as string}, after today (${today})`);
    }
  }
  for (const source of sources) {
    if (!used.has(source.id)) report('sources.json', source.id, 'is used by no fact');
    if (isAfter(source.accessed, today))
      report('sources.json', source.id, `was read on ${source.accessed}, after today`);
    if (source.published && isAfter(source.published, source.accessed)) {
      report('sources.json', source.id, 'was read before it was published');
    }
  }
  for (const id of duplicates(sources.map((source) => source.id))) report('sources.json', id, 'stands twice');
  for (const id of duplicates(allIds)) report(fileOf.get(id) ?? '', id, 'stands twice');
  for (const id of duplicates(timeline.map((event) => event.id))) report('timeline.json', id, 'stands twice');
  for (const id of duplicates(status.participants.map(({ entity }) => entity))) {
    report('status.json', id, 'stands twice');
  }

  for (const entity of entities) {
    for (const [index, position] of entity.positions.entries()) {
      const before = entity.positions[index - 1];
      if (before && isAfter(before.date, position.date)) {
        report(fileOf.get(entity.id) ?? '', `${entity.id}.positions.${index}`, 'is older than the position before it');
      }
    }
  }
  for (const [index, event] of timeline.entries()) {
    const before = timeline[index - 1];
    if (before && isAfter(before.date, event.date)) {
      report('timeline.json', event.id, 'is older than the event before it');
    }
  }
  for (const { entity, signed, instrument } of status.participants) {
    if (signed && isAfter(convention.signature.opens, signed.date)) {
      report('status.json', entity, `signed on ${signed.date}, before the convention was open for signature`);
    }
    if (signed && instrument && instrument.kind !== 'accession' && isAfter(signed.date, instrument.deposited)) {
      report('status.json', entity, 'deposited its instrument before it signed');
    }
    if (instrument && isAfter(instrument.deposited, status.asOf)) {
      report('status.json', entity, `deposited on ${instrument.deposited}, after the as-of date`);
    }
  }
  for (const [index, article] of articles.entries()) {
    if (article.number !== index + 1)
      report('articles.json', String(index), `is article ${article.number}, out of order`);
  }

  for (const file of aliases) {
    const name = `aliases/${file.lang}.json`;
    const claimed = new Map<string, string>();
    for (const [entity, strengths] of Object.entries(file.entities)) {
      if (!entityIds.has(entity)) report(name, entity, 'is no entity');
      for (const alias of Object.values(strengths).flatMap((list) => list ?? [])) {
        const [text, ruled] = typeof alias === 'string' ? [alias, false] : [alias.text, true];
        let words: string[];
        try {
          words = expandPattern(text);
        } catch (error) {
          report(name, entity, (error as Error).message);
          continue;
        }
        for (const word of words) {
          const owner = claimed.get(word);
          if (owner && owner !== entity && !ruled)
            report(name, entity, `claims "${word}", which is ${owner}'s already`);
          claimed.set(word, entity);
        }
      }
    }
  }
  return faults;
}
