import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import en from '../../locales/en.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FILES = ['lib', 'components', 'entrypoints']
  .flatMap((room) => globSync(`${room}/**/*.{ts,tsx}`, { cwd: ROOT }))
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const SOURCES = new Map(FILES.map((file) => [file, readFileSync(`${ROOT}${file}`, 'utf8')]));

/** What a source imports: static imports, re-exports, side effects, dynamic imports and types. */
function specifiersIn(source: string): string[] {
  const imports = /(?:^|[\s;}])(?:from|import)\s*\(?\s*(['"])([^'"\n]+)\1/g;
  return Array.from(source.matchAll(imports), (match) => match[2] ?? '');
}

/** Imports of all files under a folder: relative ones as paths from the root, others as they are written. */
function importsOf(folder: string): [file: string, imported: string][] {
  return FILES.filter((file) => file.startsWith(folder)).flatMap((file) =>
    specifiersIn(SOURCES.get(file) ?? '').map((specifier): [string, string] => [
      file,
      specifier.startsWith('.') ? join(dirname(file), specifier) : specifier,
    ]),
  );
}

const BROWSER_API = /^(?:wxt(?:\/|$)|@wxt-dev\/|#|webextension-|virtual:)/;
const isOurs = (imported: string) => /^(?:lib|components|entrypoints|tools|locales|tests|\.\.)\//.test(imported);

describe('the reading of imports', () => {
  test('knows every way to write one', () => {
    const source = [
      `import a from 'one';`,
      `import type { B } from "two";`,
      `import 'three';`,
      `export { c } from './four.ts';`,
      `const d = await import('five');`,
      `import {\n  e,\n  type F,\n} from 'six';`,
      `let g: import('seven').G;`,
      `const text = 'imported from nowhere';`,
    ].join('\n');
    expect(specifiersIn(source)).toEqual(['one', 'two', 'three', './four.ts', 'five', 'six', 'seven']);
  });

  test.each(['lib/dataset/', 'lib/detection/', 'lib/annotation/', 'components/', 'entrypoints/'])(
    'finds imports in %s',
    (folder) => {
      expect(importsOf(folder).length).toBeGreaterThan(3);
    },
  );
});

describe('the rooms of the house', () => {
  test.each(['lib/dataset/', 'lib/detection/'])(
    '%s stands on the pure rooms and the schema library alone',
    (folder) => {
      const strangers = importsOf(folder).filter(
        ([, imported]) => !/^lib\/(?:dataset|detection)\//.test(imported) && !/^zod(?:\/mini)?$/.test(imported),
      );
      expect(strangers).toEqual([]);
    },
  );

  test('nothing that pages carry knows what compiles the dictionary when the extension is built', () => {
    const compile = 'lib/detection/compile/';
    const shipped = importsOf('').filter(
      ([file]) => !file.startsWith(compile) && file !== 'lib/dataset/consistency.ts',
    );
    expect(importsOf(compile).length).toBeGreaterThan(10);
    expect(shipped.filter(([, imported]) => imported.startsWith(compile))).toEqual([]);
  });

  test('components know no browser API and no entry point', () => {
    const strangers = importsOf('components/').filter(
      ([, imported]) => BROWSER_API.test(imported) || imported.startsWith('entrypoints/'),
    );
    expect(strangers).toEqual([]);
  });

  test('nothing in lib knows a component or an entry point', () => {
    const strangers = importsOf('lib/').filter(([, imported]) => /^(?:components|entrypoints)\//.test(imported));
    expect(strangers).toEqual([]);
  });

  test('what ships imports no tool, no test and nothing outside the house', () => {
    const strangers = importsOf('').filter(
      ([, imported]) => isOurs(imported) && !/^(?:lib|components|entrypoints|locales)\//.test(imported),
    );
    expect(strangers).toEqual([]);
  });

  test('every relative import names a file with its ending', () => {
    const bare = importsOf('').filter(
      ([, imported]) => isOurs(imported) && !/\.(?:tsx?|json|css(?:\?\w+)?)$/.test(imported),
    );
    expect(bare).toEqual([]);
  });
});

describe('the locales', () => {
  const keys = Object.keys(en);
  const interfaceSource = FILES.filter((file) => /^(?:components|entrypoints)\//.test(file))
    .map((file) => SOURCES.get(file))
    .join('\n');
  const manifest = readFileSync(`${ROOT}wxt.config.ts`, 'utf8');
  const matches = (source: string, pattern: RegExp) => Array.from(source.matchAll(pattern), (match) => match[1] ?? '');
  const plain = matches(interfaceSource, /\bt\(\s*'(\w+)'/g);
  /** Keys in either branch of a condition within a call. */
  const conditional = matches(interfaceSource, /[?:]\s*t\('(\w+)'/g);
  const prefixes = [...new Set(matches(interfaceSource, /\bkeyOf\(\s*'(\w+)'/g))];
  const inManifest = matches(manifest, /__MSG_(\w+?)__/g);

  test('hold every key that the interface and the manifest use', () => {
    const used = [...plain, ...conditional, ...inManifest];
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((key) => !keys.includes(key))).toEqual([]);
  });

  test('hold keys for every prefix that is asked for', () => {
    expect(prefixes.length).toBeGreaterThan(0);
    expect(prefixes.filter((prefix) => !keys.some((key) => key.startsWith(`${prefix}_`)))).toEqual([]);
  });

  test('hold no key that nobody uses', () => {
    const used = new Set([...plain, ...inManifest]);
    const idle = keys.filter((key) => !used.has(key) && !prefixes.some((prefix) => key.startsWith(`${prefix}_`)));
    expect(idle).toEqual([]);
  });
});
