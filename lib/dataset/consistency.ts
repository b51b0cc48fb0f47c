/** What no schema sees: references that lead nowhere, dates out of order, one alias for two. */
import { findClashes } from '../detection/compile/clashes.ts';
import { parsePattern } from '../detection/compile/pattern.ts';
import type { AliasFile } from './alias-schema.ts';
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

/** An alias of an entity, and whether a rule tells when its words are the entity's own. */
interface Claim {
  pattern: string;
  entity: string;
  ruled: boolean;
}

/** Every alias that a file gives to entities, generic ones left out: those tell by antecedents whose they are. */
function claimsOf({ entities }: AliasFile): Claim[] {
  return Object.entries(entities).flatMap(([entity, { distinctive = [], contextual = [] }]) =>
    [...distinctive, ...contextual].map((alias) =>
      typeof alias === 'string'
        ? { pattern: alias, entity, ruled: false }
        : { pattern: alias.text, entity, ruled: true },
    ),
  );
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

  const everywhere = aliases.filter(({ lang }) => lang === 'any');
  for (const file of aliases) {
    const name = `aliases/${file.lang}.json`;
    for (const entity of Object.keys(file.entities)) {
      if (!entityIds.has(entity)) report(name, entity, 'is no entity');
    }
    const sound = [...new Set([...everywhere, file])].flatMap(claimsOf).filter(({ pattern, entity }) => {
      try {
        parsePattern(pattern);
        return true;
      } catch (error) {
        report(name, entity, (error as Error).message);
        return false;
      }
    });
    for (const { spelling, names } of findClashes(sound, ({ entity }) => entity)) {
      const [one, other] = names;
      if (!one.ruled && !other.ruled)
        report(name, other.entity, `claims "${spelling}", which is ${one.entity}'s already`);
    }
  }
  return faults;
}
