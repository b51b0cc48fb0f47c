/** What the alias files (`data/aliases/<lang>.json`) may hold: under which words a text names an entity. */
import { z } from 'zod';
import { LANGUAGES } from './terms.ts';

/**
 * A pattern of words. `{a|b|}` stands for each of its choices in turn, so that one line holds all the forms of a name
 * (`Росси{я|и|ю|ей}`). A capital letter must be a capital in the text too, a small letter may be either: `Meta` never
 * matches "meta", `cybercrime treaty` matches "Cybercrime Treaty".
 */
const pattern = z.string().trim().min(1);

const aliasSchema = pattern.or(
  z.strictObject({
    text: pattern,
    /** Words that, right after the alias, make it the name of something else ("the treaty" + "on plastics"). */
    notBefore: z.array(pattern).optional(),
    /** Of these, the ones that do not ("the treaty on Monday"). */
    butBefore: z.array(pattern).optional(),
    /** Words that, right before the alias, make it the name of something else. */
    notAfter: z.array(pattern).optional(),
    /** Words of which one must stand in the same block for the alias to count. */
    near: z.array(pattern).optional(),
  }),
);

const aliasList = z.array(aliasSchema).min(1);

/** How surely an alias names its entity: see `Strength` in `lib/detection/dictionary.ts`. */
const strengthsSchema = z.strictObject({
  distinctive: aliasList.optional(),
  contextual: aliasList.optional(),
  generic: aliasList.optional(),
});

export const aliasFileSchema = z.strictObject({
  /** A language of the dataset, or `any` for names that stand the same in every language. */
  lang: z.enum(LANGUAGES).or(z.literal('any')),
  entities: z.record(z.string(), strengthsSchema),
  /** Other instruments: never underlined, but an antecedent that "the convention" may stand for. */
  otherInstruments: z.array(pattern).default([]),
  /** Longer names that hold one of our names and mean something else. */
  blocked: z.array(pattern).default([]),
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

export type Alias = z.infer<typeof aliasSchema>;
export type AliasFile = z.infer<typeof aliasFileSchema>;
