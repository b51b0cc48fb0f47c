/** What the alias files (`data/aliases/<lang>.json`) may hold: under which words a text names an entity. */
import { z } from 'zod';
import { LANGUAGES, NAMED_KINDS } from './terms.ts';

/**
 * A pattern of words. `{a|b|}` stands for each of its choices in turn, so that one line holds all the forms of a name
 * (`Росси{я|и|ю|ей}`). A capital letter must be a capital in the text too, a small letter may be either: `Meta` never
 * matches "meta", `cybercrime treaty` matches "Cybercrime Treaty".
 */
const pattern = z.string().trim().min(1);

const patterns = z.array(pattern);

/** What an alias may demand of the words around it. */
const conditions = {
  /** Words that, right after the alias, make it the name of something else ("the treaty" + "on plastics"). */
  notBefore: patterns.optional(),
  /** Of these, the ones that do not ("the treaty on Monday"). */
  butBefore: patterns.optional(),
  /** Words that, right before the alias, make it the name of something else. */
  notAfter: patterns.optional(),
  /** Words of which one must stand right after the alias. */
  before: patterns.optional(),
  /** Words of which one must stand right before the alias. */
  after: patterns.optional(),
  /** Words of which one must stand in the same block for the alias to count. */
  near: patterns.optional(),
  /** Accents must stand as written: `Bỉ` is Belgium, "bị" is not. */
  exact: z.literal(true).optional(),
  /** Not where the name runs on in a capitalised word: "Jordan Schneider", "Washington Post". */
  alone: z.literal(true).optional(),
};

const aliasSchema = pattern.or(z.strictObject({ text: pattern, ...conditions }));

const aliasList = z.array(aliasSchema).min(1);

/** How surely an alias names its entity: see `Strength` in `lib/detection/dictionary.ts`. */
const strengthsSchema = z.strictObject({
  distinctive: aliasList.optional(),
  contextual: aliasList.optional(),
  generic: aliasList.optional(),
});

const articleWordsSchema = z.strictObject({
  /** Words before a number, "Article"; or around it, "第{#}条". */
  words: patterns.min(1),
  /** Words between the numbers of several articles, besides signs: "and", "to". */
  joins: patterns.default([]),
  /** Words behind the numbers that lead to the instrument: "of the". */
  of: patterns.default([]),
  /** Words right before, or right behind, that give the article to another instrument or law. */
  notAfter: patterns.default([]),
  notBefore: patterns.default([]),
});

export const aliasFileSchema = z.strictObject({
  /** A language of the dataset, or `any` for names that stand the same in every language. */
  lang: z.enum(LANGUAGES).or(z.literal('any')),
  entities: z.record(z.string(), strengthsSchema),
  /** Other instruments: never underlined, but an antecedent that "the convention" may stand for. */
  otherInstruments: patterns.default([]),
  /** Longer names that hold one of our names and mean something else. */
  blocked: patterns.default([]),
  /** Of an entity with generic names, the others that those could stand for ("the committee": the Third Committee). */
  rivals: z.record(z.string(), patterns).default({}),
  /** Words for a kind of actor ("the group"), which stand for the only one of the kind named just before. */
  kinds: z.partialRecord(z.enum(NAMED_KINDS), aliasList).default({}),
  /** Who acts for a state ("delegation", "foreign ministry"): beside such a word, a demonym names the state. */
  actors: patterns.default([]),
  /** The adjectives of states, by id ("Russian"). */
  demonyms: z.record(z.string(), patterns).default({}),
  /** On which side of the actor the adjective stands: "Russian delegation", "délégation russe". */
  demonymStands: z.enum(['before', 'after']).default('before'),
  /** Kinds of entity whose names pages in other languages do not quote from this one. */
  notQuoted: z.array(z.string()).default([]),
  /** How the language refers to articles of an instrument. */
  articles: articleWordsSchema.optional(),
  /** Words that begin a block apart from the story around it: labels of lists of other stories, and credits. */
  apart: patterns.default([]),
  /** What holds for the aliases of every state, beside their own conditions; `but` those of these states. */
  everyState: z.strictObject({ ...conditions, but: z.array(z.string()).optional() }).optional(),
  cues: z
    .strictObject({
      /** The United Nations, without which a contextual name of the treaty proves nothing. */
      un: z.array(pattern).default([]),
      /** Words of the treaty's own story. */
      story: z.array(pattern).default([]),
      /** Words of other stories: sport, markets, weather. */
      elsewhere: z.array(pattern).default([]),
    })
    .prefault({}),
});

export type ArticleWords = z.infer<typeof articleWordsSchema>;
export type Alias = z.infer<typeof aliasSchema>;
export type AliasFile = z.infer<typeof aliasFileSchema>;
