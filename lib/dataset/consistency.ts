/** What no schema sees: references that lead nowhere, dates out of order, one alias for two. */
import { expandPattern } from '../detection/pattern.ts';
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

/** Words under which an alias file knows an entity, and whether a rule tells when they are its own. */
interface Claim {
  word: string;
  entity: string;
  ruled: boolean;
}

/** Every form of every alias that a file gives an entity. Throws for a pattern whose braces do not pair. */
function* claimsOf(entity: string, strengths: AliasFile['entities'][string]): Generator<Claim> {
  for (const alias of Object.values(strengths).flatMap((list) => list ?? [])) {
    const [text, ruled] = typeof alias === 'string' ? [alias, false] : [alias.text, true];
    for (const word of expandPattern(text)) yield { word, entity, ruled };
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

  const everywhere = aliases.filter(({ lang }) => lang === 'any');
  for (const file of aliases) {
    const name = `aliases/${file.lang}.json`;
    const claims = new Map<string, Claim>();
    for (const { entities: known } of new Set([...everywhere, file])) {
      for (const [entity, strengths] of Object.entries(known)) {
        if (!entityIds.has(entity)) report(name, entity, 'is no entity');
        try {
          for (const claim of claimsOf(entity, strengths)) {
            const other = claims.get(claim.word);
            if (other && other.entity !== entity && !other.ruled && !claim.ruled) {
              report(name, entity, `claims "${claim.word}", which is ${other.entity}'s already`);
            }
            if (!other || other.ruled) claims.set(claim.word, claim);
          }
        } catch (error) {
          report(name, entity, (error as Error).message);
        }
      }
    }
  }
  return faults;
}
