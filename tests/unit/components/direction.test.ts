/** Styles that hold in both directions of reading. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inLanguage } from '../../../components/in-language.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../components');
const SHEETS = globSync('**/*.css', { cwd: FOLDER }).sort();

/**
 * Declarations that name the left or the right, or give the two different lengths. A screen's safe areas have a left and
 * a right in every language: what they are given to must name the same side.
 */
function sidedIn(css: string): string[] {
  const declarations = Array.from(css.matchAll(/^\s*([\w-]+)\s*:\s*([^;{}]+);/gm), ([, property = '', value = '']) => ({
    property,
    value,
  }));
  return declarations
    .filter(({ property, value }) => {
      const safe = /\benv\(safe-area-inset-(left|right)\)/.exec(value)?.[1];
      if (safe) return property !== `padding-${safe}`;
      if (/-(?:left|right)$|^(?:left|right|width|height)$/.test(property)) return true;
      if (/^(?:text-align|float|clear)$/.test(property)) return /left|right/.test(value);
      if (!/^(?:margin|padding|inset|border-(?:width|radius))$/.test(property)) return false;
      const sides = value.trim().split(/\s+/);
      return sides.length === 4 && sides[1] !== sides[3];
    })
    .map(({ property, value }) => `${property}: ${value}`);
}

test('the side of a safe area is that of its padding', () => {
  const css =
    'a {\n  padding-left: env(safe-area-inset-left);\n  padding-right: env(safe-area-inset-left);\n' +
    '  padding-inline: env(safe-area-inset-left) env(safe-area-inset-right);\n}';
  expect(sidedIn(css)).toEqual([
    'padding-right: env(safe-area-inset-left)',
    'padding-inline: env(safe-area-inset-left) env(safe-area-inset-right)',
  ]);
});

test('sided declarations are found', () => {
  const css =
    'a {\n  margin-left: 1px;\n  padding: 1px 2px 3px 4px;\n  padding: 1px 2px 3px 2px;\n  text-align: right;\n}';
  expect(sidedIn(css)).toEqual(['margin-left: 1px', 'padding: 1px 2px 3px 4px', 'text-align: right']);
});

describe.each(SHEETS)('%s', (sheet) => {
  test('knows a start and an end, and no left and right', () => {
    expect(sidedIn(readFileSync(path.join(FOLDER, sheet), 'utf8'))).toEqual([]);
  });
});

test.each([
  ['ar', 'rtl'],
  ['fa', 'rtl'],
  ['ar-EG', 'rtl'],
  ['en', 'ltr'],
  ['zh-CN', 'ltr'],
  // Two languages whose codes begin like Arabic's and Persian's.
  ['arn', 'ltr'],
  ['fan', 'ltr'],
])('%s is read %s', (lang, dir) => {
  expect(inLanguage(lang)).toEqual({ lang, dir });
});
