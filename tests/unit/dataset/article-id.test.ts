import { expect, test } from 'vitest';
import { articleId, isArticleId } from '../../../lib/dataset/article-id.ts';

test('every article has an id of its own, which is known for one', () => {
  const ids = Array.from({ length: 68 }, (_, at) => articleId(at + 1));
  expect(new Set(ids).size).toBe(68);
  expect(ids.filter((id) => !isArticleId(id))).toEqual([]);
});

test.each(['article-19', 'treaty', 'hrw', 'article-', 'an-article-3'])('%s is none', (id) => {
  expect(isArticleId(id)).toBe(false);
});
