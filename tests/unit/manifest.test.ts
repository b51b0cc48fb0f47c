/** The manifest: what the extension may do, and that the README gives a reason for each of it. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import config from '../../wxt.config.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(`${ROOT}${file}`, 'utf8');
const sources = ['lib', 'entrypoints']
  .flatMap((room) => globSync(`${room}/**/*.{ts,tsx}`, { cwd: ROOT }))
  .map(read)
  .join('\n');

/** The parts of a manifest that say what it may do. */
interface Powers {
  permissions?: string[];
  host_permissions?: string[];
  content_scripts?: { matches: string[]; all_frames?: boolean; match_about_blank?: boolean; world?: string }[];
}

function manifestFor(browser: string): Powers & Record<string, unknown> {
  if (typeof config.manifest !== 'function') throw new Error('The manifest is a function of the browser');
  const env = { browser, manifestVersion: 3, mode: 'production', command: 'build' } as const;
  return config.manifest(env) as Powers & Record<string, unknown>;
}

/** What shows that a permission is used: the part of the browser's interface that it opens. */
const USES: Readonly<Record<string, RegExp>> = {
  storage: /\bstorage\.defineItem\b|\bbrowser\.storage\./,
  scripting: /\bbrowser\.scripting\./,
};
/** The first column of the README's table of permissions, below its head. */
const explained = (/^## Permissions.*?(?=^## )/ms.exec(read('README.md'))?.[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => line.split('|')[1]?.trim() ?? '');

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  const manifest = manifestFor(browser);
  const permissions = manifest.permissions ?? [];

  test('asks for permissions that are used, and for no other', () => {
    expect(permissions.filter((permission) => !USES[permission]?.test(sources))).toEqual([]);
    expect(permissions.length).toBeGreaterThan(0);
    for (const key of ['optional_permissions', 'optional_host_permissions']) expect(manifest).not.toHaveProperty(key);
  });

  test('asks for what the README gives a reason for, and for no other', () => {
    const pages = 'access to `http` and `https` pages';
    expect(explained.toSorted()).toEqual([pages, ...permissions.map((name) => `\`${name}\``)].sort());
    expect(manifest.host_permissions).toEqual(['http://*/*', 'https://*/*']);
  });

  test('opens nothing to pages: no file, no message, no frame', () => {
    for (const key of ['web_accessible_resources', 'externally_connectable', 'content_security_policy', 'sandbox'])
      expect(manifest).not.toHaveProperty(key);
    expect(manifest.content_scripts).toEqual([
      {
        matches: manifest.host_permissions,
        js: ['gate.js'],
        run_at: 'document_idle',
        all_frames: true,
        match_origin_as_fallback: true,
      },
    ]);
  });
});
