import { expect, test } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { licencesAsset, SHIPPED } from '../../../tools/licences.ts';

test('every dependency that ships is among them, and so are the flags', () => {
  expect(SHIPPED).toEqual(expect.arrayContaining([...Object.keys(manifest.dependencies), 'country-flag-icons']));
});

test('the text names each package, with its licence', () => {
  const parts = licencesAsset().split(/-{80}/).slice(1);
  expect(parts.map((part) => /^\s*(\S+) \d+\.\d+\.\d+/.exec(part)?.[1])).toEqual(SHIPPED);
  for (const part of parts) expect(part).toMatch(/permission is hereby granted|permission to use, copy|Licence: \w+/i);
});
