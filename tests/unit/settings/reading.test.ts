import { expect, test } from 'vitest';
import { DEFAULT_READING, withMuted } from '../../../lib/settings/reading.ts';
import { readingSchema } from '../../../lib/settings/reading-schema.ts';

test('what holds by default is valid', () => {
  expect(readingSchema.parse(DEFAULT_READING)).toEqual(DEFAULT_READING);
});

test('an entity is muted once, and heard again', () => {
  const muted = withMuted(withMuted(withMuted(DEFAULT_READING, 'hrw', true), 'meta', true), 'hrw', true);
  expect(muted.muted).toEqual(['meta', 'hrw']);
  expect(withMuted(muted, 'meta', false).muted).toEqual(['hrw']);
  expect(DEFAULT_READING.muted).toEqual([]);
});

test('muting never makes the choices invalid', () => {
  let reading = DEFAULT_READING;
  for (let nth = 0; nth < 1200; nth++) reading = withMuted(reading, `entity-${nth}`, true);
  expect(readingSchema.safeParse(reading).success).toBe(true);
  expect(reading.muted).toContain('entity-1199');
});
