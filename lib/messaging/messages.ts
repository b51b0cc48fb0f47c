/**
 * Every message that crosses a border of the extension, by schema: what does not fit is not acted on. Pages are not given
 * these but the checks that `tools/message-checks-plugin.ts` makes of them: the schema library takes longer to make ready
 * than an article to read.
 */
import { z } from 'zod/mini';
import { BOUNDS, FIGURE_KINDS } from '../dataset/terms.ts';
import { entityIdSchema, readingSchema } from '../settings/reading-schema.ts';

/** Bounds of what a page's gate may send, in UTF-16 units and in passages. */
const LONGEST_PASSAGE = 1000;
const MOST_PASSAGES = 12;
/** A figure's words are read within one sentence; what is longer was not read by us. */
const LONGEST_FIGURE = 1000;
const count = z.int().check(z.nonnegative());

/** From a content script to the background. */
export const toBackgroundSchema = z.discriminatedUnion('type', [
  /** The gate: passages that may name the treaty. Answered with whether they do. */
  z.object({
    type: z.literal('passages-found'),
    passages: z.array(z.string().check(z.maxLength(LONGEST_PASSAGE))).check(z.maxLength(MOST_PASSAGES)),
  }),
  /** The annotator: what it has found has changed, for the badge and the popup. */
  z.object({ type: z.literal('mentions-counted') }),
  /** The annotator: how to read. Answered with a `Reading`, or null where the page is not to be annotated. */
  z.object({ type: z.literal('reading-wanted') }),
  /**
   * The annotator: a part of the dictionary, one of `partsFor`. Answered with its JSON, or null where there is none. By itself
   * and as a string, for a page stands still while it takes in a message.
   */
  z.object({ type: z.literal('part-wanted'), part: z.string() }),
  /** The annotator: whether its frame is still to be annotated. Answered with a boolean. */
  z.object({ type: z.literal('rule-wanted') }),
  /** The annotator: the script that draws cards is wanted in its frame. Answered when it is there. */
  z.object({ type: z.literal('cards-wanted') }),
  /** The annotator: a card is about to open. Answered with a `CardContent`, or null for an unknown entity. */
  z.object({
    type: z.literal('card-wanted'),
    entity: entityIdSchema,
    lang: z.string(),
    /** ISO date of the article, when its page declares one. */
    published: z.optional(z.iso.date()),
    /** A figure of the treaty's that the article gives; then the card is the figure's. */
    figure: z.optional(
      z.object({
        kind: z.enum(FIGURE_KINDS),
        value: z.int().check(z.positive()),
        bound: z.enum(BOUNDS),
        words: z.string().check(z.maxLength(LONGEST_FIGURE)),
      }),
    ),
  }),
  /** The card: the reader mutes an entity, or hears it again. */
  z.object({ type: z.literal('entity-muted'), entity: entityIdSchema, muted: z.boolean() }),
]);

/** From the background or the popup to a tab's content scripts. */
export const toTabSchema = z.discriminatedUnion('type', [
  /**
   * Whether the page is to be annotated now, and how. To all frames, by the rule of the page's site; a frame on which the
   * rule of its own site has been looked at too is `admitted`.
   */
  z.object({
    type: z.literal('annotate'),
    on: z.boolean(),
    reading: readingSchema,
    admitted: z.optional(z.literal(true)),
  }),
  /** A keyboard command of the reader's. */
  z.object({ type: z.literal('command'), command: z.enum(['next-mention', 'previous-mention', 'enter-card']) }),
  /** The popup: take the reader to a mention of an entity and open its card. */
  z.object({ type: z.literal('reveal'), entity: entityIdSchema, index: count }),
]);

/** What a page mentions: entities in the order in which they first appear, with how often. */
export const pageMentionsSchema = z.object({
  entities: z.array(z.object({ entity: entityIdSchema, count })),
  /** ISO date of the article, when its page declares one. */
  published: z.optional(z.iso.date()),
});

/** What an annotator tells of its frame: what it mentions, and whether the reader is there. */
export const frameStateSchema = z.extend(pageMentionsSchema, {
  hasFocus: z.boolean(),
  hasCard: z.boolean(),
});

export type FrameState = z.infer<typeof frameStateSchema>;

/**
 * The parts of the dictionary. Our own background sends them, from what the build has checked, so that parcels of this size
 * are looked at from outside only.
 */
export const commonPartSchema = z.looseObject({ kinds: z.record(z.string(), z.string()) });
export const namesSchema = z.looseObject({ names: z.record(z.string(), z.unknown()) });
export const figuresSchema = z.looseObject({ figures: z.record(z.string(), z.unknown()) });

/** The content of a card, looked at in the same way. */
export const cardSchema = z.looseObject({ facts: z.array(z.unknown()) });

export type ToBackground = z.infer<typeof toBackgroundSchema>;
export type ToTab = z.infer<typeof toTabSchema>;
export type PageMentions = z.infer<typeof pageMentionsSchema>;
