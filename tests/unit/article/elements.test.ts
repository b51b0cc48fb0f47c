import { describe, expect, test } from 'vitest';
import { BLOCKS, FLOWED_OVER, headingLevelOf, regionOf, SKIPPED } from '../../../lib/article/elements.ts';

describe('regions', () => {
  test.each([
    ['article', 'article'],
    ['section', 'section'],
    ['aside', 'aside'],
    ['nav', 'nav'],
    ['footer', 'footer'],
    ['li', 'item'],
    ['div', undefined],
    ['p', undefined],
    ['main', undefined],
  ])('a <%s> opens %s', (tag, kind) => {
    expect(regionOf(tag, null, '')).toBe(kind);
  });

  test.each([
    ['complementary', 'aside'],
    ['navigation', 'nav'],
    ['contentinfo', 'footer'],
    ['article', 'article'],
    ['listitem', 'item'],
    ['region', 'section'],
    ['button', undefined],
  ])('a <div> in the role of %s opens %s', (role, kind) => {
    expect(regionOf('div', role, '')).toBe(kind);
  });

  test('a role goes before the tag, an unknown one does not', () => {
    expect(regionOf('article', 'complementary', '')).toBe('aside');
    expect(regionOf('aside', 'presentation', '')).toBe('aside');
  });

  test.each([
    ['comments', 'comments'],
    ['article-comments', 'comments'],
    ['comment list', 'comments'],
    ['x disqus_thread', 'comments'],
    ['related', 'aside'],
    ['block related-stories', 'aside'],
    ['sidebar', 'aside'],
    ['Most-Read', 'aside'],
    ['recommendations', 'aside'],
    ['commentary', undefined],
    ['correlated', undefined],
    ['unpopular', undefined],
    ['content', undefined],
  ])('a <div> named %j opens %s', (names, kind) => {
    expect(regionOf('div', null, names)).toBe(kind);
  });

  test('names of text elements are not asked', () => {
    expect(regionOf('p', null, 'related')).toBeUndefined();
    expect(regionOf('article', null, 'popular')).toBe('article');
  });
});

test('headings have a level from 1 to 6', () => {
  expect(['h1', 'h3', 'h6', 'h7', 'h0', 'hr', 'header', 'p'].map(headingLevelOf)).toEqual([1, 3, 6, 0, 0, 0, 0, 0]);
});

test('no element is both skipped and flowed over, and the text-bearing ones are neither', () => {
  expect([...SKIPPED].filter((tag) => FLOWED_OVER.has(tag))).toEqual([]);
  const texts = ['p', 'span', 'a', 'b', 'em', 'blockquote', 'td', 'figcaption', 'ruby', 'time', 'q', 'body'];
  expect(texts.filter((tag) => SKIPPED.has(tag) || FLOWED_OVER.has(tag))).toEqual([]);
  expect(['script', 'style', 'textarea', 'code', 'treaty-lens'].filter((tag) => !SKIPPED.has(tag))).toEqual([]);
  expect(['span', 'a', 'b', 'em', 'br', 'wbr', 'ruby'].filter((tag) => BLOCKS.has(tag))).toEqual([]);
});
