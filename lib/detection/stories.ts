/**
 * Parts a page into stories: what is told under one headline. The treaty's context reaches as far as the story that
 * names it and no further, so that on a front page only the story about the treaty is annotated.
 */
import type { Block, Region } from './flow.ts';

/** Where on the page a story stands. */
export type Place = 'main' | 'rail' | 'comments';

/** Some blocks, by their index in the page's flow, that tell one story. */
export interface Story {
  place: Place;
  blocks: number[];
}

/** Share of a block's letters that must be linked for it to be a headline that leads elsewhere. */
const LINKED_SHARE = 0.8;
/** A linked block of fewer units is a button or a tag, not a headline. */
const SHORTEST_HEADLINE = 20;

function placeOf(region: Region | undefined): Place {
  if (!region) return 'main';
  if (region.kind === 'comments') return 'comments';
  if (region.kind === 'aside' || region.kind === 'nav' || region.kind === 'footer') return 'rail';
  return placeOf(region.parent);
}

/** The nearest region around that tells a story of its own. */
function rootOf(region: Region, place: Place): Region {
  switch (region.kind) {
    case 'article':
    case 'aside':
    case 'nav':
    case 'footer':
    case 'comments':
      return region;
    case 'item':
      if (place !== 'main') return region;
      break;
    case 'page':
    case 'section':
      break;
    default:
      region.kind satisfies never;
  }
  return region.parent ? rootOf(region.parent, place) : region;
}

function isLinkedHeadline<Source>(block: Block<Source>): boolean {
  const letters = block.text.trim().length;
  return letters >= SHORTEST_HEADLINE && block.linked >= letters * LINKED_SHARE;
}

/**
 * Parts the flow of a page into stories.
 *
 * An `<article>`, a rail and each comment is a story. A headline that links elsewhere begins a story that ends at the
 * next heading; other headings part nothing, for they are the subheads of one story.
 */
export function partIntoStories<Source>(blocks: readonly Block<Source>[]): Story[] {
  const stories: Story[] = [];
  const whole = new Map<Region, Story>();
  const teaser = new Map<Region, Story>();
  for (const [index, block] of blocks.entries()) {
    const place = placeOf(block.region);
    const root = rootOf(block.region, place);
    if (block.heading > 0) teaser.delete(root);
    if (isLinkedHeadline(block)) {
      const story: Story = { place, blocks: [index] };
      stories.push(story);
      if (block.heading > 0) teaser.set(root, story);
      continue;
    }
    let story = teaser.get(root) ?? whole.get(root);
    if (!story) {
      story = { place, blocks: [] };
      whole.set(root, story);
      stories.push(story);
    }
    story.blocks.push(index);
  }
  return stories;
}
