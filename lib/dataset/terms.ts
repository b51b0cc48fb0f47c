/** The dataset's closed sets of words. Apart from the schemas, so that what only names them carries no schema library. */

/** Languages in which the dataset speaks, as BCP 47 primary subtags. English is always there. */
export const LANGUAGES = ['en', 'fr', 'es', 'ru', 'zh', 'ar', 'vi', 'pt', 'de', 'it', 'fa', 'ja'] as const;

/** Where an actor stands on the convention. */
export const STANCES = [
  'proposed',
  'supports',
  'supports-with-reservations',
  'neutral',
  'critical',
  'opposes',
  'unknown',
] as const;

/** What an entity is. */
export const KINDS = [
  'treaty',
  'instrument',
  'state',
  'organisation',
  'company',
  'un-body',
  'person',
  'group',
] as const;

/** How a participant became bound: the depositary's four words. */
export const INSTRUMENTS = ['ratification', 'acceptance', 'approval', 'accession'] as const;

/** Kinds of entity that words like "the group" may stand for. */
export const NAMED_KINDS = ['organisation', 'group', 'company'] as const;

/** What a figure of the treaty's life counts; `needed` are the ratifications without which it does not enter into force. */
export const FIGURE_KINDS = [
  'needed',
  'ratifications',
  'signatories',
  'votes-for',
  'votes-against',
  'abstentions',
] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** What a text says of a figure's number: "40", "more than 40", "nearly 40", "up to 40". */
export const BOUNDS = ['exact', 'at-least', 'about', 'at-most'] as const;
export type Bound = (typeof BOUNDS)[number];
