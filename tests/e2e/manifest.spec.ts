/** The manifests as they are built: what the framework makes of ours asks for nothing more than the README says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type BrowserName, BUILDS } from './paths.ts';

const README = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
const PAGES = ['http://*/*', 'https://*/*'];
/** The first column of the README's table of permissions, below its head. */
const EXPLAINED = (/^## Permissions.*?(?=^## )/ms.exec(README)?.[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => line.split('|')[1]?.trim() ?? '');

/** The manifest in the build for the browser at hand. */
function builtManifest(project: string): Record<string, unknown> {
  const file = path.join(BUILDS[project as BrowserName], 'manifest.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that one needs from the pattern
test('the built manifest asks for what the README gives a reason for, and for no other', ({}, { project }) => {
  const manifest = builtManifest(project.name);
  const permissions = manifest['permissions'] as string[];
  const pages = 'access to `http` and `https` pages';
  expect([pages, ...permissions.map((name) => `\`${name}\``)].sort()).toEqual(EXPLAINED.toSorted());
  expect(manifest['host_permissions']).toEqual(PAGES);
  for (const key of ['optional_permissions', 'optional_host_permissions']) expect(manifest).not.toHaveProperty([key]);
});

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that one needs from the pattern
test('the built manifest has one script for pages, and opens nothing to them', ({}, { project }) => {
  const manifest = builtManifest(project.name);
  expect(manifest['content_scripts']).toEqual([
    { matches: PAGES, js: ['gate.js'], run_at: 'document_idle', all_frames: true, match_origin_as_fallback: true },
  ]);
  for (const key of ['web_accessible_resources', 'externally_connectable', 'content_security_policy', 'sandbox'])
    expect(manifest).not.toHaveProperty([key]);
});
