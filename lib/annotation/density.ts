/** Which mentions are underlined, of those that a page has. */
import type { Density } from '../settings/reading.ts';

/** What of a mention decides on it. */
interface Placed {
  entity: string;
  /** Number of the section of the page that it stands in. */
  section: number;
  figure?: unknown;
}

/**
 * The mentions to underline: each, the first of an entity in each section, or the first of it on the page. A figure says
 * something of its own and is always underlined.
 * @param mentions in the order of the page
 */
export function atDensity<Mention extends Placed>(mentions: readonly Mention[], density: Density): Mention[] {
  if (density === 'each') return [...mentions];
  const seen = new Set<string>();
  return mentions.filter(({ entity, section, figure }) => {
    if (figure) return true;
    const place = density === 'page' ? entity : `${section} ${entity}`;
    const isFirst = !seen.has(place);
    seen.add(place);
    return isFirst;
  });
}
