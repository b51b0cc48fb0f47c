/** What the files of figures (`data/figures/<lang>.json`) may hold: in which words a text counts who signed or ratified. */
import { z } from 'zod';
import { FIGURE_KINDS, LANGUAGES } from './terms.ts';

/**
 * A pattern of words, as in the alias files: `{a|b|}` is each of its choices in turn. Here case and accents never count,
 * and `<name>` stands for any word of that name in `words`, or for what every language has:
 * - `<#>`: any number
 * - `<words>`: up to six words, nothing but letters, with the space before each
 * - `<signs>`: up to twenty letters of a script that does not part words
 * - `<aside>`: up to eighty characters that do not end a sentence or a clause by a colon
 */
const pattern = z.string().trim().min(1);
const patterns = z.array(pattern);

/** Names that stand in patterns for what every language has. */
export const COMMON_PLACES = ['#', 'words', 'signs', 'aside'] as const;

const numbers = z.record(z.string().regex(/^[1-9]\d{0,2}$/), pattern);

const qualifierSchema = z.strictObject({
  /** Words right before the number. */
  before: patterns.default([]),
  /** Words between the number and what ends the figure, where its frame has room for them. */
  after: patterns.default([]),
});

/** One way to give a figure: what stands right before the number and its qualifier, and right behind. */
const frameSchema = z
  .strictObject({
    kind: z.enum(FIGURE_KINDS),
    /** The number is an ordinal: "the fortieth instrument". */
    ordinal: z.literal(true).optional(),
    before: patterns.optional(),
    after: patterns.optional(),
    /** As `before`, and before that, but no part of the figure: "79 votes to". */
    lead: patterns.optional(),
    /** As `after`, and behind that, but no part of the figure: "to 60". */
    trail: patterns.optional(),
    /** Words of which one must stand earlier in the clause; they are no part of the figure ("once"). */
    given: patterns.optional(),
    /** Words right before, or right behind, that make it another figure. */
    notAfter: patterns.optional(),
    notBefore: patterns.optional(),
  })
  .refine(({ lead, before, after }) => lead || before || after, 'says nothing about what stands beside the number');

const fileSchema = z.strictObject({
  lang: z.enum(LANGUAGES),
  /** The words of each number, as far as the language's are spelt out: up to a hundred. */
  numbers: numbers.default({}),
  /** The words of those ordinals that instruments are counted by. */
  ordinals: numbers.default({}),
  /** What makes digits an ordinal, right before or right behind them. */
  ordinalMarks: z.strictObject({ before: patterns.default([]), after: patterns.default([]) }).prefault({}),
  qualifiers: z
    .strictObject({
      'at-least': qualifierSchema.prefault({}),
      about: qualifierSchema.prefault({}),
      'at-most': qualifierSchema.prefault({}),
    })
    .prefault({}),
  /** Words before a number that change nothing about it: "a total of", "only". */
  fillers: patterns.default([]),
  /** Words right before a number that make it a part of the figure: "another 12 states". */
  notAfter: patterns.default([]),
  /** Words behind a figure, at most four words away, that say that something else was signed, within it, or before it in the passive: "an open letter". */
  otherObjects: patterns.default([]),
  /** Words that turn a figure into its contrary when they stand in it, or right before its verb: "not". */
  notWithin: patterns.default([]),
  /** Words of a sentence that say that it was something else that was voted on: "amendment", "rejected". */
  otherVotes: patterns.default([]),
  /** Words by name, each of which may use those before it. */
  words: z.record(z.string().regex(/^[a-z]+$/), patterns.min(1)).default({}),
  /** The ways to give a figure; the first that fits counts. */
  frames: z.array(frameSchema).min(1),
});

const PLACE = /<([^<>]*)>/g;

export const figureWordsSchema = fileSchema.superRefine(({ words, frames }, context) => {
  const known = new Set<string>(COMMON_PLACES);
  const check = (texts: readonly string[], path: (string | number)[]) => {
    for (const text of texts) {
      for (const [, name = ''] of text.matchAll(PLACE)) {
        if (!known.has(name))
          context.addIssue({ code: 'custom', path, message: `"${text}" uses <${name}>, which is not known here` });
      }
      if (text.split('{').length !== text.split('}').length) {
        context.addIssue({ code: 'custom', path, message: `"${text}" has a brace without a partner` });
      }
    }
  };
  for (const [name, texts] of Object.entries(words)) {
    check(texts, ['words', name]);
    known.add(name);
  }
  for (const [
    index,
    { lead = [], before = [], after = [], trail = [], given = [], notAfter = [], notBefore = [] },
  ] of frames.entries()) {
    check([...lead, ...before, ...after, ...trail, ...given, ...notAfter, ...notBefore], ['frames', index]);
  }
});

export type FigureWords = z.infer<typeof figureWordsSchema>;
export type FigureFrame = FigureWords['frames'][number];
