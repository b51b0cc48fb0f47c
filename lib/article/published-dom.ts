/** What a page in the browser declares of its publication date. */
import { plainDocument } from './plain-document.ts';
import { publicationDate } from './published.ts';

/** Scripts and tags of one kind that are read; a page with more of them says no more by those. */
const MOST_READ = 40;

function first(selector: string): Element[] {
  return Array.from(plainDocument.querySelectorAll(selector)).slice(0, MOST_READ);
}

/** The date on which the page at hand was published: a full ISO date, or undefined when it declares none. */
export function publicationDateOfPage(): string | undefined {
  const date = publicationDate({
    jsonLd: first('script[type="application/ld+json"]').map(({ textContent }) => textContent ?? ''),
    // By attributes, for elements of other languages than HTML may bear these names.
    meta: first('meta[content]').map((meta) => ({
      name: meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '',
      content: meta.getAttribute('content') ?? '',
    })),
    times: first('time[datetime]').map((time) => time.getAttribute('datetime') ?? ''),
  });
  return date ?? undefined;
}
