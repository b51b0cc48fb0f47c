/** Ids of the convention's articles, beside those of the entities. */

/**
 * The id of an article of the convention: `article-24`. The organisation ARTICLE 19 had its id first, so the convention's
 * article 19 bears another.
 */
export function articleId(number: number): string {
  return number === 19 ? 'article-19-of-convention' : `article-${number}`;
}

const ARTICLE_ID = /^article-(?!19$)\d+(-of-convention)?$/;

/** Whether an id is of an article of the convention, and of no entity. */
export function isArticleId(id: string): boolean {
  return ARTICLE_ID.test(id);
}
