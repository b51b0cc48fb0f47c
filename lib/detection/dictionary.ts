/**
 * The dictionary that a detector reads texts by: names as automata, packed when the extension is built
 * (`compile/dictionary.ts`), so that a page reads its first text as quickly as its last.
 */
import type { ArticleWords } from '../dataset/alias-schema.ts';
import { LANGUAGES } from '../dataset/terms.ts';
import type { Automaton } from './automaton.ts';
import type { FigureGrammar } from './figure-grammar.ts';
import { languagesIn, primarySubtag } from './language.ts';

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

/** What it names, how surely, its spellings with their accents where those must stand, and conditions by their index. */
export type DictionaryName = [target: string, strength: Strength, exactly: Automaton | null, ...conditions: number[]];

/** Names that are looked for together. */
export interface NameSet {
  list: DictionaryName[];
  /** Spells them. */
  automaton: Automaton;
  /** By the number that the automaton has where names end: which ones. */
  ends: number[][];
}

/** What a name demands of the words around it (see `alias-schema.ts`): lists of words, read away from the name. */
export interface Condition {
  notBefore?: Automaton;
  butBefore?: Automaton;
  notAfter?: Automaton;
  before?: Automaton;
  after?: Automaton;
  near?: Automaton;
  alone?: boolean;
}

export interface Dictionary {
  /**
   * By the language of texts that may hold them: those of `EVERYWHERE` stand in any, and those of `treatyIn` of a
   * language are the only ones of it that pages in other languages are given.
   */
  names: Record<string, NameSet>;
  /** By their index. */
  conditions: Record<string, Condition>;
  /** Words by which articles of an instrument are referred to, by language. */
  articles: Record<string, ArticleWords>;
  /** How figures are given, by language. */
  figures: Record<string, FigureGrammar>;
  /** Entities that are instruments themselves, and so antecedents that compete with the treaty. */
  instruments: string[];
  /** The kind of every entity that a word like "the group" may stand for. */
  kinds: Record<string, string>;
}

/** The key of names that a text in any language may hold: English ones are quoted everywhere. */
export const EVERYWHERE = 'any';

/** The key of the part that holds the treaty's distinctive names in all languages. */
const TREATY = 'treaty';

/** The key of the treaty's distinctive names in a language. */
export function treatyIn(language: string): string {
  return `${language}-treaty`;
}

/** The sets of names that a text may hold. */
export function nameSetsFor({ names }: Pick<Dictionary, 'names'>, language: string): NameSet[] {
  return [names[EVERYWHERE], names[language] ?? names[treatyIn(language)]].flatMap((set) => set ?? []);
}

/** Names, with what they demand of the words around them. */
export type NamesPart = Pick<Dictionary, 'names' | 'conditions'>;

/** What all pages need beside names and figures. */
export type CommonPart = Omit<Dictionary, keyof NamesPart | keyof FiguresPart>;

/** How some languages give figures. */
export type FiguresPart = Pick<Dictionary, 'figures'>;

/** Names of the parts that a page needs. */
export interface WantedParts {
  common: string;
  /** Each a `NamesPart`. */
  names: string[];
  /** Each the figures of one language. */
  figures: string[];
}

const nameOf = {
  common: 'common',
  names: (key: string) => `names/${key}`,
  figures: (language: string) => `figures/${language}`,
};

/**
 * Names of the parts that a page needs.
 * @param language the page's own: a primary subtag. One that is none of the dataset's has no part of its own
 */
export function partsFor(language: string): WantedParts {
  const spoken = languagesIn(language);
  const own = LANGUAGES.filter((known) => known === language);
  return {
    common: nameOf.common,
    names: [EVERYWHERE, TREATY, ...own].map(nameOf.names),
    figures: LANGUAGES.filter((known) => spoken.has(known)).map(nameOf.figures),
  };
}

/** The names of a dictionary that are filed under some keys. */
function namesOf({ names, conditions }: Dictionary, isWanted: (key: string) => boolean): NamesPart {
  const sets = Object.fromEntries(Object.entries(names).filter(([key]) => isWanted(key)));
  const used = new Set(Object.values(sets).flatMap(({ list }) => list.flatMap(([, , , ...indices]) => indices)));
  return {
    names: sets,
    conditions: Object.fromEntries(Array.from(used, (index) => [index, conditions[index] ?? {}])),
  };
}

/**
 * A dictionary in parts by their names, so that a page waits for no language but its own, and takes in a little at a time:
 * what is common; names that all pages need, the treaty's in all languages among them; the other names of each language;
 * its figures.
 */
export function partDictionary(dictionary: Dictionary): Record<string, CommonPart | NamesPart | FiguresPart> {
  const { names, conditions: _, figures, ...common } = dictionary;
  const isTreatys = (key: string) => key.endsWith(treatyIn(''));
  const others = Object.keys(names).filter((key) => !isTreatys(key));
  return {
    [nameOf.common]: common,
    [nameOf.names(TREATY)]: namesOf(dictionary, isTreatys),
    ...Object.fromEntries(others.map((key) => [nameOf.names(key), namesOf(dictionary, (other) => other === key)])),
    ...Object.fromEntries(
      Object.entries(figures).map(([language, grammar]) => [
        nameOf.figures(language),
        { figures: { [language]: grammar } },
      ]),
    ),
  };
}

/** The dictionary of pages in one language, of the parts that they need. */
export function joinDictionary(
  common: CommonPart,
  names: readonly NamesPart[],
  figures: readonly FiguresPart[],
): Dictionary {
  return {
    ...common,
    names: Object.assign({}, ...names.map((part) => part.names)),
    conditions: Object.assign({}, ...names.map((part) => part.conditions)),
    figures: Object.assign({}, ...figures.map((part) => part.figures)),
  };
}

/**
 * The part of a dictionary that a page needs.
 * @param lang the page's BCP 47 tag, or empty
 */
export function dictionaryFor(dictionary: Dictionary, lang: string): Dictionary {
  const parts = partDictionary(dictionary);
  const { common, names, figures } = partsFor(primarySubtag(lang) ?? '');
  const named = <Part>(wanted: readonly string[]) => wanted.flatMap((name) => (parts[name] as Part | undefined) ?? []);
  return joinDictionary(parts[common] as CommonPart, named<NamesPart>(names), named<FiguresPart>(figures));
}
