import { isCard, isCommonPart, isFigures, isNames, isReading, isToTab } from 'virtual:treaty-lens/message-checks';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cardSchema,
  commonPartSchema,
  figuresSchema,
  namesSchema,
  toTabSchema,
} from '../../../lib/messaging/messages.ts';
import { DEFAULT_READING } from '../../../lib/settings/reading.ts';
import { readingSchema } from '../../../lib/settings/reading-schema.ts';

const GOOD = [
  { type: 'annotate', on: true, reading: DEFAULT_READING },
  { type: 'annotate', on: false, reading: { ...DEFAULT_READING, muted: ['hrw', 'south-africa'] }, admitted: true },
  { type: 'command', command: 'enter-card' },
  { type: 'reveal', entity: 'hrw', index: 3 },
  DEFAULT_READING,
  { kinds: { hrw: 'organisation' }, instruments: [] },
  { names: { any: {} }, conditions: {} },
  { figures: { en: {} } },
  { id: 'hrw', facts: [], more: 1 },
];
const PAIRS = [
  { name: 'to a tab', check: isToTab, schema: toTabSchema },
  { name: 'how to read', check: isReading, schema: readingSchema },
  { name: 'the common part', check: isCommonPart, schema: commonPartSchema },
  { name: 'names', check: isNames, schema: namesSchema },
  { name: 'figures', check: isFigures, schema: figuresSchema },
  { name: 'card', check: isCard, schema: cardSchema },
];

/** Values of all kinds, strings near what schemas ask among them. */
const anything = fc.anything({
  values: [
    fc.constantFrom('each', 'line', 'hover', 'annotate', 'hrw', 'H R W', '-', 'x'.repeat(101)),
    fc.constantFrom(null, undefined, true, -1, 0.5, 1001),
  ],
});

/** A message with one value in it replaced, or taken out, wherever it stands. */
const spoilt = fc
  .record({
    message: fc.constantFrom(...GOOD),
    at: fc.nat(8),
    by: fc.oneof(anything, fc.constant(undefined)),
  })
  .map(({ message, at, by }) => {
    let seen = 0;
    return JSON.parse(JSON.stringify(message), (key, value) => (key !== '' && seen++ === at ? by : value)) as unknown;
  });

test.each(PAIRS)('the check of $name takes what its schema takes', ({ check, schema }) => {
  expect(GOOD.filter((message) => check(message))).toEqual(GOOD.filter((message) => schema.safeParse(message).success));
  expect(GOOD.some((message) => check(message))).toBe(true);
  fc.assert(
    fc.property(fc.oneof(spoilt, anything), (value) => {
      // Messages are JSON where they cross.
      const message: unknown = JSON.parse(JSON.stringify(value) ?? 'null');
      expect(check(message)).toBe(schema.safeParse(message).success);
    }),
    { numRuns: 1500 },
  );
});
