import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, readSettings } from '../../../lib/settings/settings.ts';

test('nothing is paused or ruled before the reader has chosen', () => {
  expect(DEFAULT_SETTINGS).toEqual({ paused: false, sites: {} });
});

test('settings are read as they were stored', () => {
  const stored = { paused: true, sites: { 'example.org': 'off', 'news.example.org': 'on' } };
  expect(readSettings(structuredClone(stored))).toEqual(stored);
});

test('what later versions may have stored beside them is left out', () => {
  expect(readSettings({ paused: true, sites: {}, density: 'first' })).toEqual({ paused: true, sites: {} });
});

test.each([
  undefined,
  null,
  'text',
  [],
  {},
  { paused: true },
  { paused: 'yes', sites: {} },
  { paused: true, sites: { 'example.org': 'maybe' } },
  { paused: true, sites: [] },
])('defaults stand in for %j', (stored) => {
  expect(readSettings(stored)).toEqual({ paused: false, sites: {} });
});
