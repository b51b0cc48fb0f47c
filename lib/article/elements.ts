/** What each HTML element means for the reading of a page. */
import type { RegionKind } from '../detection/flow.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/**
 * Elements whose content is no text of the article, and which part the words around them. `bdo` shows letters in another
 * order than they are written in.
 */
export const SKIPPED = set(
  'script style noscript template textarea input select option button iframe object embed video audio canvas svg math ' +
    'code pre kbd samp var bdo head title datalist meter progress treaty-lens',
);

/** Readings and their brackets beside ideographs: skipped, and the ideographs flow on. */
export const FLOWED_OVER = set('rt rp');

/** Elements that stand in the flow as blocks (HTML standard, "Rendering", flow content). */
export const BLOCKS = set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p search section summary table caption ' +
    'tbody thead tfoot tr td th ul',
);

const REGION_TAGS: Readonly<Record<string, RegionKind>> = {
  article: 'article',
  section: 'section',
  aside: 'aside',
  nav: 'nav',
  footer: 'footer',
  li: 'item',
};

const REGION_ROLES: Readonly<Record<string, RegionKind>> = {
  article: 'article',
  region: 'section',
  complementary: 'aside',
  navigation: 'nav',
  contentinfo: 'footer',
  listitem: 'item',
};

const COMMENTS = /(^|[\s_-])(comments?|disqus|respond)([\s_-]|$)/i;
const RAIL =
  /(^|[\s_-])(related|recommend(ed|ations)?|trending|most-read|popular|sidebar|promo|teasers?|newsletter|read-more|also-read)([\s_-]|$)/i;
const DIV_LIKE = set('div section ul ol aside');

/** The region that an element opens, told from its tag, role and names; undefined when it opens none. */
export function regionOf(tag: string, role: string | null, names: string): RegionKind | undefined {
  if (DIV_LIKE.has(tag) && names !== '') {
    if (COMMENTS.test(names)) return 'comments';
    if (RAIL.test(names)) return 'aside';
  }
  return (role === null ? undefined : REGION_ROLES[role]) ?? REGION_TAGS[tag];
}

/** The level of a heading, 1 to 6, or 0. */
export function headingLevelOf(tag: string): number {
  return /^h[1-6]$/.test(tag) ? Number(tag.charAt(1)) : 0;
}
