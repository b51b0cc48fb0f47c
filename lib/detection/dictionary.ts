/**
 * The matcher's dictionary: every alias of the dataset as a flat list, small enough to travel with the annotator.
 * Compiled from the alias files at build time, so that a new alias is an edit of data.
 */
import type { Alias, AliasFile, ArticleWords } from '../dataset/alias-schema.ts';
import type { FigureWords } from '../dataset/figure-schema.ts';
import { NAMED_KINDS } from '../dataset/terms.ts';
import { compileFigureWords, type FigureGrammar } from './figure-grammar.ts';
import { HOME, primarySubtag } from './language.ts';
import { parsePattern } from './pattern.ts';

/**
 * How surely words name their entity.
 * - `distinctive`: nothing else, wherever they stand ("UN Convention against Cybercrime")
 * - `contextual`: the entity in a text about the treaty ("HRW", "cybercrime treaty")
 * - `generic`: only through an antecedent ("the treaty")
 */
export type Strength = 'distinctive' | 'contextual' | 'generic';

/** Targets that are no entity: what else a matcher must know to tell right from wrong. */
export const TARGETS = {
  /** A longer name that holds one of ours and means something else. */
  blocked: '!blocked',
  /** Another instrument: an antecedent, never underlined. */
  otherInstrument: '!instrument',
  cueUn: '!un',
  cueStory: '!story',
  cueElsewhere: '!elsewhere',
  /** Begins a block that stands apart from the story around it: "Reporting by". */
  apart: '!apart',
  /** Who acts for a state: "delegation". */
  actor: '!actor',
} as const;

/** Beginnings of targets that lead to an entity, or to a kind of them, by way of a rule. */
export const BY_WAY = {
  /** The adjective of the state whose id follows, which stands before the actor ("Russian delegation") … */
  demonymBefore: '!demonym-before:',
  /** … or after ("délégation russe"). */
  demonymAfter: '!demonym-after:',
  /** Something else that a generic name of the entity whose id follows could stand for. */
  rival: '!rival:',
  /** A word for the kind of actor that follows. */
  kind: '!kind:',
} as const;

/** Conditions on the words around an alias: see `alias-schema.ts`. */
export type Surroundings = Omit<Exclude<Alias, string>, 'text'>;

/** What it names, how surely, in which words, and the conditions that must all hold, by their index. */
export type DictionaryEntry = [target: string, strength: Strength, pattern: string, ...conditions: number[]];

export interface Dictionary {
  /**
   * All entries by language; `any` holds names that stand the same in every language, and `en-home` those English ones
   * that pages in other languages do not quote.
   */
  names: Record<string, DictionaryEntry[]>;
  /** What entries demand of the words around them. */
  conditions: Surroundings[];
  /** Words by which articles of an instrument are referred to, by language. */
  articles: Record<string, ArticleWords>;
  /** How figures are given, by language. */
  figures: Record<string, FigureGrammar>;
  /** Entities that are instruments themselves, and so antecedents that compete with the treaty. */
  instruments: string[];
  /** The kind of every entity that a word like "the group" may stand for. */
  kinds: Record<string, string>;
}

/** What the compiler asks of an entity. */
export interface NamedEntity {
  id: string;
  kind: string;
}

/** Conditions, each once. */
class Conditions {
  readonly list: Surroundings[] = [];
  readonly #indices = new Map<string, number>();

  indexOf(surroundings: Surroundings): number {
    const key = JSON.stringify(surroundings);
    const index = this.#indices.get(key) ?? this.list.push(surroundings) - 1;
    this.#indices.set(key, index);
    return index;
  }
}

/** Compiles one language's alias file to dictionary entries, in the order of the file. */
function entriesOf(file: AliasFile, states: ReadonlySet<string>, conditions: Conditions): DictionaryEntry[] {
  const entries: DictionaryEntry[] = [];
  const { but = [], ...ofEveryState } = file.everyState ?? {};
  const add = (target: string, strength: Strength, alias: Alias) => {
    const { text, ...own } = typeof alias === 'string' ? { text: alias } : alias;
    const entry: DictionaryEntry = [target, strength, text];
    if (Object.keys(own).length > 0) entry.push(conditions.indexOf(own));
    if (file.everyState && states.has(target) && !but.includes(target)) entry.push(conditions.indexOf(ofEveryState));
    entries.push(entry);
  };
  for (const [entity, byStrength] of Object.entries(file.entities)) {
    for (const strength of ['distinctive', 'contextual', 'generic'] as const) {
      for (const alias of byStrength[strength] ?? []) add(entity, strength, alias);
    }
  }
  for (const [kind, words] of Object.entries(file.kinds)) {
    for (const alias of words) add(BY_WAY.kind + kind, 'generic', alias);
  }
  const demonym = file.demonymStands === 'before' ? BY_WAY.demonymBefore : BY_WAY.demonymAfter;
  const plain: [string, readonly string[]][] = [
    [TARGETS.otherInstrument, file.otherInstruments],
    [TARGETS.blocked, file.blocked],
    [TARGETS.cueUn, file.cues.un],
    [TARGETS.cueStory, file.cues.story],
    [TARGETS.cueElsewhere, file.cues.elsewhere],
    [TARGETS.apart, file.apart],
    [TARGETS.actor, file.actors],
    ...Object.entries(file.rivals).map(([id, patterns]): [string, string[]] => [BY_WAY.rival + id, patterns]),
    ...Object.entries(file.demonyms).map(([id, patterns]): [string, string[]] => [demonym + id, patterns]),
  ];
  for (const [target, patterns] of plain) for (const pattern of patterns) add(target, 'distinctive', pattern);
  return entries;
}

/**
 * Compiles alias files and the words of figures to the dictionary that a detector takes.
 * @throws {PatternError} when a pattern's braces do not pair
 */
export function compileDictionary(
  files: readonly AliasFile[],
  entities: readonly NamedEntity[],
  figureWords: readonly FigureWords[],
): Dictionary {
  const idsOf = (kind: string) => entities.filter((entity) => entity.kind === kind).map(({ id }) => id);
  const states = new Set(idsOf('state'));
  const kindOf = new Map(entities.map(({ id, kind }) => [id, kind]));
  const conditions = new Conditions();
  const dictionary: Dictionary = {
    names: {},
    conditions: conditions.list,
    articles: {},
    figures: Object.fromEntries(figureWords.map((words) => [words.lang, compileFigureWords(words)])),
    instruments: idsOf('instrument'),
    kinds: Object.fromEntries(NAMED_KINDS.flatMap((kind) => idsOf(kind).map((id) => [id, kind]))),
  };
  for (const file of files) {
    const entries = entriesOf(file, states, conditions);
    for (const [, , pattern] of entries) parsePattern(pattern);
    const isQuoted = ([target]: DictionaryEntry) =>
      !file.notQuoted.includes(kindOf.get(target) ?? target.split(':')[0] ?? '');
    const { quoted = [], home = [] } = Object.groupBy(entries, (entry) => (isQuoted(entry) ? 'quoted' : 'home'));
    dictionary.names[file.lang] = quoted;
    if (home.length > 0) dictionary.names[`${file.lang}${HOME}`] = home;
    if (file.articles) dictionary.articles[file.lang] = file.articles;
  }
  return dictionary;
}

/** Every page may quote English names, and names that stand the same everywhere. */
const EVERYWHERE = ['any', 'en'];

/**
 * The part of a dictionary that a page needs: the names and figures of its language and of English, and the treaty's
 * names in every language.
 * @param lang the page's BCP 47 tag, or empty
 */
export function dictionaryFor({ names, conditions, figures, ...rest }: Dictionary, lang: string): Dictionary {
  const own = primarySubtag(lang);
  const wanted = new Set<string | undefined>([...EVERYWHERE, own, own && own + HOME]);
  const part: Dictionary['names'] = {};
  for (const [language, entries] of Object.entries(names)) {
    part[language] = wanted.has(language)
      ? entries
      : entries.filter(([target, strength]) => target === 'treaty' && strength === 'distinctive');
  }
  const used = new Set(Object.values(part).flatMap((entries) => entries.flatMap(([, , , ...indices]) => indices)));
  // Indices stay what they are; conditions that no name of the part has are left empty.
  return {
    ...rest,
    names: part,
    conditions: conditions.map((condition, index) => (used.has(index) ? condition : {})),
    figures: Object.fromEntries(Object.entries(figures).filter(([language]) => wanted.has(language))),
  };
}
