/** Ids of the convention's articles, beside those of the entities. */

/**
 * The id of an article of the convention: `article-24`. The organisation ARTICLE 19 had its id first, so the convention's
 * article 19 bears another.
 */
export function articleId(number: number): string {
  return number === 19 ? 'article-19-of-convention' : `article-${number}`;
}
