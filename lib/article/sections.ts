/** Parts the flow of a page into sections, as its headings and regions do. */
import type { Block, Region } from '../detection/flow.ts';

/** The nearest region around that is read apart from the rest. List items and bare sections flow on. */
function rootOf(region: Region): Region {
  const flowsOn = region.kind === 'item' || region.kind === 'section';
  return flowsOn && region.parent ? rootOf(region.parent) : region;
}

/**
 * The section of each block, as a number that blocks of one section share. A section goes from a heading to the next;
 * headings that follow each other head one. An aside is a section of its own, behind which the one around it goes on.
 */
export function sectionsOf<Source>(blocks: readonly Block<Source>[]): number[] {
  let count = 0;
  const current = new Map<Region, { section: number; headed: boolean }>();
  return blocks.map(({ region, heading }) => {
    const root = rootOf(region);
    let open = current.get(root);
    if (!open || (heading > 0 && !open.headed)) open = { section: count++, headed: false };
    open.headed = heading > 0;
    current.set(root, open);
    return open.section;
  });
}
