/** When an article was published, as its page declares it. */

/** What of a page may tell its date. */
export interface PublicationHints {
  /** Contents of `<script type="application/ld+json">`, in document order. */
  jsonLd: string[];
  meta: { name: string; content: string }[];
  /** `datetime` attributes of `<time>`, in document order. */
  times: string[];
}

/** Types of schema.org whose `datePublished` is an article's. */
const ARTICLE_TYPES = /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report|WebPage)$/;
/** Where an object holds others that may be the article. */
const PARTS = ['@graph', 'mainEntity', 'mainEntityOfPage'];
/** How deep lists are looked for in lists; what lies deeper is no publisher's. */
const LISTS_IN_LISTS = 4;
/** Names under which publishers put the date into `<meta>`, the surest first. */
const META_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date.issued',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'dc.date',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'pubdate',
  'publish-date',
  'date',
];
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/i;
/** The first year of the web: a date before it is a slip. */
const EARLIEST = 1991;

/**
 * The calendar date of a declared date, as its publisher counts days: the date that stands in it, whatever the zone.
 * @returns a full ISO date, or null for what is no date or no plausible one
 */
export function isoDateOf(declared: string): string | null {
  const match = ISO_DATE.exec(declared.trim().replaceAll('/', '-'));
  if (!match) return null;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  const date = new Date(`${day}T00:00:00Z`);
  const real = !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(day);
  return real && date.getUTCFullYear() >= EARLIEST ? day : null;
}

/** Objects of a page's data, those that hold others before those that they hold. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  for (let layer = [value]; layer.length > 0; ) {
    const below: unknown[] = [];
    for (const at of layer.flat(LISTS_IN_LISTS)) {
      if (typeof at !== 'object' || at === null) continue;
      const object = at as Record<string, unknown>;
      yield object;
      for (const part of PARTS) if (object[part] !== undefined) below.push(object[part]);
    }
    layer = below;
  }
}

function isArticleType(type: unknown): boolean {
  return typeof type === 'string' && ARTICLE_TYPES.test(type);
}

function fromJsonLd(scripts: readonly string[]): string | null {
  for (const script of scripts) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(script);
    } catch {
      continue; // Publishers do ship broken JSON; the next hint may be whole.
    }
    for (const object of objectsIn(parsed)) {
      const types = [object['@type']].flat();
      const published = object['datePublished'];
      if (typeof published !== 'string' || !types.some(isArticleType)) continue;
      const day = isoDateOf(published);
      if (day) return day;
    }
  }
  return null;
}

function fromMeta(meta: PublicationHints['meta']): string | null {
  for (const wanted of META_NAMES) {
    for (const { name, content } of meta) {
      const day = name.toLowerCase() === wanted ? isoDateOf(content) : null;
      if (day) return day;
    }
  }
  return null;
}

/**
 * The publication date that a page declares: by JSON-LD, else by Open Graph and other meta, else by the first `<time>`.
 * @returns a full ISO date, or null when the page declares none that can be believed
 */
export function publicationDate({ jsonLd, meta, times }: PublicationHints): string | null {
  return fromJsonLd(jsonLd) ?? fromMeta(meta) ?? times.map(isoDateOf).find((day) => day !== null) ?? null;
}
