import { expect, test } from 'vitest';
import { DEFAULT_READING } from '../../../lib/settings/reading.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../../lib/settings/settings.ts';

test('nothing is paused or ruled before the reader has chosen', () => {
  expect(DEFAULT_SETTINGS).toEqual({ paused: false, sites: {}, reading: DEFAULT_READING });
});

test('settings are read as they were stored', () => {
  const stored = {
    paused: true,
    sites: { 'example.org': 'off', 'news.example.org': 'on' },
    reading: { density: 'page', style: 'tint', opens: 'click', muted: ['meta'] },
  };
  expect(readSettings(structuredClone(stored))).toEqual(stored);
});

test('what later versions may have stored beside them is left out', () => {
  expect(readSettings({ paused: true, sites: {}, density: 'first' })).toEqual({
    paused: true,
    sites: {},
    reading: DEFAULT_READING,
  });
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
  expect(readSettings(stored)).toEqual(DEFAULT_SETTINGS);
});

test.each([undefined, null, {}, { ...DEFAULT_READING, density: 'none' }, { ...DEFAULT_READING, muted: ['<b>'] }])(
  'unreadable choices of reading, %j, cost the reader no rule',
  (reading) => {
    const sites = { 'example.org': 'off' };
    expect(readSettings({ paused: true, sites, reading })).toEqual({ paused: true, sites, reading: DEFAULT_READING });
  },
);
