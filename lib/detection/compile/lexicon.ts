/**
 * The lexicon: every alias of the dataset as a flat list, from which the dictionary, the gate and the checks are made. A
 * new alias is an edit of data.
 */
import type { Alias, AliasFile, ArticleWords } from '../../dataset/alias-schema.ts';
import type { FigureWords } from '../../dataset/figure-schema.ts';
import { NAMED_KINDS } from '../../dataset/terms.ts';
import { BY_WAY, type Strength, TARGETS } from '../dictionary.ts';
import type { FigureGrammar } from '../figure-grammar.ts';
import { compileFigureWords } from './figures.ts';
import { addLater } from './later.ts';
import { parsePattern } from './pattern.ts';

/** Ends the key of those names of a language that pages in others do not quote. */
export const HOME = '-home';

/** Conditions on the words around an alias: see `alias-schema.ts`. */
export type Surroundings = Omit<Exclude<Alias, string>, 'text'>;

/** What it names, how surely, in which words, and the conditions that must all hold, by their index. */
export type LexiconEntry = [target: string, strength: Strength, pattern: string, ...conditions: number[]];

export interface Lexicon {
  /**
   * All entries by language; `any` holds names that stand the same in every language, and `en-home` those English ones
   * that pages in other languages do not quote.
   */
  names: Record<string, LexiconEntry[]>;
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

/** What the lexicon asks of an entity. */
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

/** Compiles one language's alias file to entries, in the order of the file. */
function entriesOf(file: AliasFile, states: ReadonlySet<string>, conditions: Conditions): LexiconEntry[] {
  const entries: LexiconEntry[] = [];
  const { but = [], ...ofEveryState } = file.everyState ?? {};
  const add = (target: string, strength: Strength, alias: Alias) => {
    const { text, ...own } = typeof alias === 'string' ? { text: alias } : alias;
    const entry: LexiconEntry = [target, strength, text];
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
 * Gathers alias files and the words of figures.
 * @throws {PatternError} when a pattern's braces do not pair
 */
export function gatherLexicon(
  files: readonly AliasFile[],
  entities: readonly NamedEntity[],
  figureWords: readonly FigureWords[],
): Lexicon {
  const idsOf = (kind: string) => entities.filter((entity) => entity.kind === kind).map(({ id }) => id);
  const states = new Set(idsOf('state'));
  const kindOf = new Map(entities.map(({ id, kind }) => [id, kind]));
  const conditions = new Conditions();
  const lexicon: Lexicon = {
    names: {},
    conditions: conditions.list,
    articles: {},
    figures: {},
    instruments: idsOf('instrument'),
    kinds: Object.fromEntries(NAMED_KINDS.flatMap((kind) => idsOf(kind).map((id) => [id, kind]))),
  };
  for (const words of figureWords) addLater(lexicon.figures, words.lang, () => compileFigureWords(words));
  for (const file of files) {
    const entries = entriesOf(file, states, conditions);
    for (const [, , pattern] of entries) parsePattern(pattern);
    const isQuoted = ([target]: LexiconEntry) =>
      !file.notQuoted.includes(kindOf.get(target) ?? target.split(':')[0] ?? '');
    const { quoted = [], home = [] } = Object.groupBy(entries, (entry) => (isQuoted(entry) ? 'quoted' : 'home'));
    lexicon.names[file.lang] = quoted;
    if (home.length > 0) lexicon.names[`${file.lang}${HOME}`] = home;
    if (file.articles) lexicon.articles[file.lang] = file.articles;
  }
  return lexicon;
}
