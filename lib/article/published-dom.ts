/** What a page in the browser declares of its publication date. */
import { publicationDate } from './published.ts';

/** Scripts and tags of one kind that are read; a page with more of them says no more by those. */
const MOST_READ = 40;

function first<Found extends Element>(selector: string): Found[] {
  return Array.from(document.querySelectorAll<Found>(selector)).slice(0, MOST_READ);
}

/** The date on which the page at hand was published: a full ISO date, or undefined when it declares none. */
export function publicationDateOfPage(): string | undefined {
  const date = publicationDate({
    jsonLd: first('script[type="application/ld+json"]').map(({ textContent }) => textContent ?? ''),
    meta: first<HTMLMetaElement>('meta[content]').map((meta) => ({
      name: meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '',
      content: meta.content,
    })),
    times: first<HTMLTimeElement>('time[datetime]').map(({ dateTime }) => dateTime),
  });
  return date ?? undefined;
}
