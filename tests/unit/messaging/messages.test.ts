import { describe, expect, test } from 'vitest';
import { articleId } from '../../../lib/dataset/article-id.ts';
import {
  cardSchema,
  commonPartSchema,
  figuresSchema,
  frameStateSchema,
  namesSchema,
  toBackgroundSchema,
  toTabSchema,
} from '../../../lib/messaging/messages.ts';
import { DEFAULT_READING } from '../../../lib/settings/reading.ts';
import { readingSchema } from '../../../lib/settings/reading-schema.ts';
import { readDataset } from '../../../tools/read-dataset.ts';

const FIGURE = { kind: 'signatories', value: 72, bound: 'exact', words: '72 states have signed' };
const toBackground = [
  { type: 'passages-found', passages: ['The UN cybercrime treaty was signed.'] },
  { type: 'reading-wanted' },
  { type: 'part-wanted', part: 'names/treaty' },
  { type: 'mentions-counted' },
  { type: 'cards-wanted' },
  { type: 'rule-wanted' },
  { type: 'card-wanted', entity: 'south-africa', lang: 'en-GB' },
  { type: 'entity-muted', entity: 'hrw', muted: true },
  { type: 'card-wanted', entity: 'treaty', lang: 'en', figure: FIGURE },
];
const toTab = [
  { type: 'annotate', on: true, reading: DEFAULT_READING },
  { type: 'annotate', on: false, reading: { ...DEFAULT_READING, muted: ['hrw'] } },
  { type: 'command', command: 'next-mention' },
  { type: 'command', command: 'previous-mention' },
  { type: 'command', command: 'enter-card' },
  { type: 'reveal', entity: 'hrw', index: 0 },
];

describe('messages to the background', () => {
  test.each(toBackground)('%j is one', (message) => {
    expect(toBackgroundSchema.parse(message)).toEqual(message);
  });

  test.each([
    ...toTab,
    undefined,
    null,
    'passages-found',
    {},
    { type: 'unknown' },
    { type: 'card-wanted', entity: '../settings', lang: 'en' },
    { type: 'card-wanted', entity: '__proto__', lang: 'en' },
    { type: 'card-wanted', entity: '', lang: 'en' },
    { type: 'card-wanted', entity: 'hrw' },
    { type: 'part-wanted' },
    { type: 'entity-muted', entity: '../hrw', muted: true },
    { type: 'entity-muted', entity: 'hrw' },
    { type: 'card-wanted', entity: 'treaty', lang: 'en', figure: { ...FIGURE, kind: 'budget' } },
    { type: 'card-wanted', entity: 'treaty', lang: 'en', figure: { ...FIGURE, value: -1 } },
    { type: 'card-wanted', entity: 'treaty', lang: 'en', figure: { ...FIGURE, words: 'x'.repeat(2000) } },
    { type: 'passages-found', passages: ['x'.repeat(1001)] },
    { type: 'passages-found', passages: Array.from({ length: 13 }, () => 'x') },
    { type: 'passages-found', passages: [{ toString: 'x' }] },
    [{ type: 'mentions-counted', count: 1 }],
  ])('%j is none', (message) => {
    expect(toBackgroundSchema.safeParse(message).success).toBe(false);
  });
});

describe('messages to a tab', () => {
  test.each(toTab)('%j is one', (message) => {
    expect(toTabSchema.parse(message)).toEqual(message);
  });

  test.each([
    ...toBackground,
    { type: 'annotate' },
    { type: 'annotate', on: 'yes' },
    { type: 'command', command: 'close' },
    { type: 'reveal', entity: 'hrw' },
    { type: 'reveal', entity: 'hrw', index: -1 },
    { type: 'reveal', entity: 'H R W', index: 0 },
  ])('%j is none', (message) => {
    expect(toTabSchema.safeParse(message).success).toBe(false);
  });
});

test("a frame's state lists entities with how often they are named", () => {
  const state = { entities: [{ entity: 'hrw', count: 2 }], hasFocus: true, hasCard: false };
  expect(frameStateSchema.parse(state)).toEqual(state);
  expect(frameStateSchema.safeParse({ ...state, entities: [{ entity: 'hrw' }] }).success).toBe(false);
  expect(frameStateSchema.safeParse(null).success).toBe(false);
});

describe("the background's answers", () => {
  const ANSWERS = [
    { schema: readingSchema, answer: DEFAULT_READING },
    { schema: commonPartSchema, answer: { kinds: { hrw: 'organisation' }, instruments: [] } },
    { schema: namesSchema, answer: { names: {}, conditions: {} } },
    { schema: figuresSchema, answer: { figures: {} } },
    { schema: cardSchema, answer: { id: 'hrw', facts: [], more: 1 } },
  ];

  test('are how to read, a part of the dictionary or a card, with all that they hold', () => {
    for (const { schema, answer } of ANSWERS) expect(schema.parse(answer)).toEqual(answer);
  });

  test.each([undefined, null, false, 'no', [], {}])('%j is none', (answer) => {
    for (const { schema } of ANSWERS) expect(schema.safeParse(answer).success).toBe(false);
  });

  test.each([
    { names: 'names' },
    { figures: null },
    { kinds: 3 },
    { facts: {} },
    { ...DEFAULT_READING, density: 'all' },
  ])('%j is none either', (answer) => {
    for (const { schema } of ANSWERS) expect(schema.safeParse(answer).success).toBe(false);
  });
});

test("every id of the dataset's entities and articles can be asked for", () => {
  const { entities, articles } = readDataset().dataset;
  const ids = [...entities.map(({ id }) => id), ...articles.map(({ number }) => articleId(number))];
  const refused = ids.filter(
    (entity) => !toBackgroundSchema.safeParse({ type: 'card-wanted', entity, lang: 'en' }).success,
  );
  expect(ids.length).toBeGreaterThan(100);
  expect(refused).toEqual([]);
});
