/**
 * What the dataset may hold: zod schemas, and the types drawn from them.
 *
 * The rule behind every shape here: a fact stands with its sources and its date, or it does not stand.
 * The files are described for editors in `lib/dataset/README.md`.
 */
import { z } from 'zod';
import { FIGURE_KINDS, INSTRUMENTS, KINDS, LANGUAGES, STANCES } from './terms.ts';

/** A readable, stable name: lower case words joined by hyphens (`south-africa`). */
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a slug of lower case words joined by hyphens');

/** Whether a string names a day, month or year that the calendar has. */
function isCalendarDate(text: string): boolean {
  const [year, month = '01', day = '01'] = text.split('-');
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** A full ISO date, `2024-12-24`. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a full ISO date (YYYY-MM-DD)')
  .refine(isCalendarDate, 'is not a day of the calendar');

/** An ISO date as exact as the source gives it: `2017`, `2024-02` or `2024-12-24`. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}$/, 'is not an ISO date (YYYY, YYYY-MM or YYYY-MM-DD)')
  .refine(isCalendarDate, 'is not a date of the calendar');

const sentence = z.string().trim().min(1);

/** Text by language; English is required, the others fall back to it. */
export const localizedSchema = z.strictObject({
  en: sentence,
  fr: sentence.optional(),
  es: sentence.optional(),
  ru: sentence.optional(),
  zh: sentence.optional(),
  ar: sentence.optional(),
  vi: sentence.optional(),
  pt: sentence.optional(),
  de: sentence.optional(),
  it: sentence.optional(),
  fa: sentence.optional(),
  ja: sentence.optional(),
});

/** Where something stands in print. Kept once, in `sources.json`, and pointed to by its id. */
export const sourceSchema = z.strictObject({
  id: slug,
  publisher: sentence,
  title: sentence,
  url: z.url({ protocol: /^https?$/ }),
  /** When the source says it was published; absent when it does not say. */
  published: dateSchema.optional(),
  /** When an editor last read it. */
  accessed: daySchema,
  lang: z
    .enum(LANGUAGES)
    .or(z.string().regex(/^[a-z]{2,3}$/))
    .optional(),
});

const sourceIds = z.array(slug).min(1, 'has no source');

/**
 * How far a fact may be trusted: `confirmed` by an official record or by two independent sources, `reported` by one
 * source, `disputed` where sources contradict each other.
 */
export const confidenceSchema = z.enum(['confirmed', 'reported', 'disputed']);

/** One dated, sourced statement. `date` is when it happened or was true, not when it was written down. */
export const factSchema = z.strictObject({
  text: localizedSchema,
  date: dateSchema,
  sources: sourceIds,
  confidence: confidenceSchema,
});

/** A stance taken at a date, in the actor's own terms. */
export const positionSchema = z.strictObject({
  stance: z.enum(STANCES),
  text: localizedSchema,
  date: dateSchema,
  sources: sourceIds,
});

/** At most thirty words, exact, in the language in which they were said or printed. */
export const quotationSchema = z.strictObject({
  text: sentence.refine((text) => text.split(/\s+/).length <= 30, 'is longer than thirty words'),
  lang: z.string().regex(/^[a-z]{2,3}$/),
  speaker: sentence,
  date: dateSchema,
  sources: sourceIds,
});

/** For whom a person spoke, and when. */
export const roleSchema = z.strictObject({
  entity: slug.optional(),
  title: localizedSchema,
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  /** A date at which the sources show the person in the role. */
  date: dateSchema,
  sources: sourceIds,
});

/** Someone or something a reader may meet in a story about the convention. Ids never change their meaning. */
export const entitySchema = z
  .strictObject({
    id: slug,
    kind: z.enum(KINDS),
    name: localizedSchema,
    /** A short form for headings and lists, where the name is long. */
    short: localizedSchema.optional(),
    /** ISO 3166-1 alpha-2; `EU` for the European Union (exceptionally reserved). */
    iso: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    /** Names under which the depositary lists it, where they are not its name here. */
    depositaryNames: z.array(sentence).default([]),
    /** A state's place at the United Nations. */
    membership: z.enum(['member', 'observer']).optional(),
    /** One sentence of who it is. */
    who: factSchema.optional(),
    roles: z.array(roleSchema).default([]),
    positions: z.array(positionSchema).default([]),
    facts: z.array(factSchema).default([]),
    quotation: quotationSchema.optional(),
    related: z.array(slug).default([]),
  })
  .superRefine((entity, context) => {
    if (entity.kind === 'state' && (entity.iso === undefined || entity.membership === undefined)) {
      context.addIssue({ code: 'custom', message: 'is a state without its ISO code or its place at the UN' });
    }
    if (entity.kind !== 'state' && entity.who === undefined) {
      context.addIssue({ code: 'custom', path: ['who'], message: 'does not say who this is' });
    }
  });

/** A participant's line in the depositary's table. */
export const participationSchema = z.strictObject({
  entity: slug,
  signed: z
    .strictObject({
      date: dateSchema,
      /** The last day on which it can have been, where `date` is less exact than a day. */
      latest: daySchema.optional(),
      sources: sourceIds,
      confidence: confidenceSchema,
    })
    .optional(),
  instrument: z
    .strictObject({
      kind: z.enum(INSTRUMENTS),
      /** The day of deposit with the Secretary-General: the only date that counts toward entry into force. */
      deposited: daySchema,
      sources: sourceIds,
      confidence: confidenceSchema,
    })
    .optional(),
  /** Steps at home, such as a vote in parliament: not a ratification until deposited. */
  domestic: z.array(factSchema).default([]),
  declarations: z.array(factSchema).default([]),
});

/** What the sources say differently about the status, kept as it is. */
export const conflictSchema = z.strictObject({
  about: sentence,
  accounts: z.array(z.strictObject({ claim: sentence, date: dateSchema, sources: sourceIds })).min(2),
});

/** Who has signed and who is bound, as of a day. */
export const statusSchema = z.strictObject({
  /** The day for which the record is believed complete. */
  asOf: daySchema,
  sources: sourceIds,
  participants: z.array(participationSchema),
  conflicts: z.array(conflictSchema).default([]),
});

/** Facts about the convention as an instrument that code computes with. */
export const conventionSchema = z.strictObject({
  entity: slug,
  treatyCollection: sentence,
  resolution: sentence,
  adopted: z.strictObject({
    date: daySchema,
    sources: sourceIds,
    /** There where it was adopted without a vote: who says so. */
    withoutVote: z.strictObject({ sources: sourceIds }).optional(),
  }),
  signature: z.strictObject({ opens: daySchema, closes: daySchema, sources: sourceIds }),
  entryIntoForce: z.strictObject({
    instruments: z.int().positive(),
    days: z.int().positive(),
    sources: sourceIds,
    rule: localizedSchema,
  }),
  depositary: factSchema,
  secretariat: factSchema,
  authenticLanguages: z.strictObject({ languages: z.array(z.enum(LANGUAGES)), sources: sourceIds }),
  chapters: z.array(
    z.strictObject({
      number: z.int().positive(),
      title: localizedSchema,
      from: z.int(),
      to: z.int(),
      sources: sourceIds,
    }),
  ),
});

/** A view in a debate; whose it is, is part of it. */
export const viewSchema = z.strictObject({
  holder: sentence,
  text: localizedSchema,
  date: dateSchema,
  sources: sourceIds,
});

/** One of the 68 articles, with the numbering of the adopted text. */
export const articleSchema = z.strictObject({
  number: z.int().min(1).max(68),
  /** Whether a source on the adopted text was seen to give this number to this subject; drafts counted otherwise. */
  numbering: z.enum(['confirmed', 'unconfirmed']),
  title: localizedSchema,
  summary: localizedSchema,
  date: dateSchema,
  sources: sourceIds,
  debate: z
    .strictObject({ about: localizedSchema, concerns: z.array(viewSchema).min(1), answers: z.array(viewSchema).min(1) })
    .optional(),
});

/** One dated event in the treaty's story, told in one sentence. */
export const eventSchema = factSchema.extend({
  id: slug,
  entities: z.array(slug).default([]),
  /** Without it the treaty's story cannot be told in five sentences. */
  milestone: z.literal(true).optional(),
  /** The figures that it tells: votes on what became the treaty, or how many had signed or ratified by then. */
  figures: z.partialRecord(z.enum(FIGURE_KINDS), z.int().nonnegative()).optional(),
});

export type Language = (typeof LANGUAGES)[number];
export type Localized = z.infer<typeof localizedSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Fact = z.infer<typeof factSchema>;
export type Stance = (typeof STANCES)[number];
export type Kind = (typeof KINDS)[number];
export type Entity = z.infer<typeof entitySchema>;
export type Participation = z.infer<typeof participationSchema>;
export type Instrument = (typeof INSTRUMENTS)[number];
export type Status = z.infer<typeof statusSchema>;
export type Convention = z.infer<typeof conventionSchema>;
export type Article = z.infer<typeof articleSchema>;
export type View = z.infer<typeof viewSchema>;
export type TimelineEvent = z.infer<typeof eventSchema>;
