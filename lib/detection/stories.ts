/**
 * Parts a page into stories: what is told under one headline. The treaty's context reaches as far as the story that
 * names it and no further, so that on a front page only the story about the treaty is annotated.
 */
import { expression } from './expression.ts';
import type { Block, Region } from './flow.ts';
import { withoutInvisible } from './fold.ts';
import type { Apart, BlockFinding } from './mention.ts';
import type { Steps } from './steps.ts';

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
/** So many entries of one kind (sections, lines, times of day) make a digest. */
const FEWEST_ENTRIES = 3;
/** A line of so many words may be a headline. */
const HEADLINE_WORDS = { least: 4, most: 22 };
/** Share of a text's blocks that must look like headlines for it to be a list of them. */
const HEADLINE_SHARE = 0.8;

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

/** A headline that leads elsewhere, with what is told beneath it. */
interface Teaser {
  story: Story;
  link: number;
}

/**
 * Parts the flow of a page into stories, as its regions, headings and links part it.
 *
 * An `<article>`, a rail and each comment is a story. A headline that links elsewhere begins a story that ends at the
 * next heading; other headings part nothing, for they are the subheads of one story, unless the whole is a digest.
 * @param aparts of each block, whether it stands apart
 */
export function partIntoStories<Source>(
  blocks: readonly Block<Source>[],
  aparts: readonly (Apart | undefined)[] = [],
): Story[] {
  const stories: Story[] = [];
  const whole = new Map<Region, Story>();
  const teasers = new Map<Region, Teaser>();
  /** Regions in which a label has begun a list of other stories, and the level of the heading that ends it. */
  const labelled = new Map<Region, number>();
  const add = (place: Place, index: number): Story => {
    const story: Story = { place, blocks: [index] };
    stories.push(story);
    return story;
  };
  for (const [index, block] of blocks.entries()) {
    const place = placeOf(block.region);
    const root = rootOf(block.region, place);
    const apart = aparts[index];
    if (block.heading > 0) {
      if (block.link === 0 || block.link !== teasers.get(root)?.link) teasers.delete(root);
      if (block.heading <= (labelled.get(root) ?? 0)) labelled.delete(root);
    }
    if (apart === 'label') {
      labelled.set(root, block.heading);
      add('rail', index);
      continue;
    }
    const level = labelled.get(root);
    if (level !== undefined) {
      // Under a label that is no heading, the list ends where prose begins.
      if (level > 0 || isLinkedHeadline(block) || block.region.kind === 'item') {
        add('rail', index);
        continue;
      }
      labelled.delete(root);
    }
    if (apart === 'alone') {
      add('rail', index);
      continue;
    }
    const teaser = teasers.get(root);
    // What the headline's own link goes around, and further links within its article, are told with it.
    if (teaser && block.link !== 0 && (block.link === teaser.link || root.kind === 'article')) {
      teaser.story.blocks.push(index);
      continue;
    }
    if (isLinkedHeadline(block)) {
      const story = add(place, index);
      if (block.heading > 0) teasers.set(root, { story, link: block.link });
      continue;
    }
    const open = teaser?.story ?? whole.get(root);
    if (open) open.blocks.push(index);
    else whole.set(root, add(place, index));
  }
  return stories;
}

/** A line in a script that sets no words apart, as long as a headline. */
const unspacedLine = expression(String.raw`^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}].{9,}`, 'u');

/** Words of one line that is no sentence: a headline, as plain texts have them. */
function looksLikeHeadline(text: string): boolean {
  const line = text.trim();
  if (/[.!?…。！？؟]["'”’»」』)]*$/u.test(line)) return false;
  const words = line.split(/\s+/).length;
  return (words >= HEADLINE_WORDS.least && words <= HEADLINE_WORDS.most) || unspacedLine().test(line);
}

/** The time of an entry in a live blog. */
const TIME = /^\W{0,3}\d{1,2}[:.h]\d{2}\b/u;
/** A label, such as a speaker's name, up to its colon. */
const label = expression(String.raw`^\s*[•*–-]?\s*\p{Lu}[\p{L}’' -]{2,30}[:：] `, 'u');

/** A label and a time end within so many UTF-16 units of a text's first letter. */
const HEAD = 100;

/** The first units of a text, as far as a label or a time can reach, without what a reader does not see. */
function headOf(text: string): string {
  return withoutInvisible(text.slice(0, text.search(/\S/) + HEAD));
}

/** Whether a text begins with a label, such as a speaker's name. Most have no colon to end one. */
function isLabelled(head: string): boolean {
  return /[:：] /.test(head) && label().test(head);
}

/** Parts a run of blocks before each that begins an entry; what comes before the first is a part of its own. */
function* splitBefore(indices: readonly number[], begins: (index: number) => boolean): Steps<number[][]> {
  const parts: number[][] = [];
  for (const index of indices) {
    const last = parts.at(-1);
    if (last && !begins(index)) last.push(index);
    else parts.push([index]);
    yield;
  }
  return parts;
}

/** The parts of a digest, by the indices of their blocks; undefined for a story that is one. */
function* partsOf<Source>(
  indices: readonly number[],
  blocks: readonly Block<Source>[],
  namesTreaty: (index: number) => boolean,
): Steps<number[][] | undefined> {
  if (indices.length < FEWEST_ENTRIES || !indices.some(namesTreaty)) return undefined;
  const textOf = (index: number) => blocks[index]?.text ?? '';
  const headlines: number[] = [];
  for (const index of indices) {
    if (!blocks[index]?.heading && looksLikeHeadline(withoutInvisible(textOf(index)))) headlines.push(index);
    yield;
  }
  if (headlines.length > FEWEST_ENTRIES && headlines.length >= indices.length * HEADLINE_SHARE)
    return indices.map((index) => [index]);
  const isHeading = (index: number) => (blocks[index]?.heading ?? 0) > 0;
  const waysToPart = [
    isHeading,
    (index: number) => TIME.test(headOf(textOf(index))),
    (index: number) => isLabelled(headOf(textOf(index))),
  ];
  for (const begins of waysToPart) {
    const [first = [], ...rest] = yield* splitBefore(indices, begins);
    const startsWithEntry = first[0] !== undefined && begins(first[0]);
    // The first heading is the title of all.
    const headless = startsWithEntry && begins !== isHeading;
    const entries = startsWithEntry ? [first, ...rest] : rest;
    const others = entries.filter((entry) => !entry.some(namesTreaty));
    // Without a head, entries that leave the treaty unnamed may still be about it; more of them must be of other things.
    const fewestOthers = headless ? FEWEST_ENTRIES : 2;
    if (entries.length >= FEWEST_ENTRIES && others.length >= fewestOthers && (headless || !first.some(namesTreaty)))
      return [first, ...rest];
  }
  return undefined;
}

/**
 * Parts a digest, in which each section, line or entry tells another story: one that does not name the treaty at its
 * head, as an article about it does, or that is nothing but headlines. In steps.
 * @param findings what each of the story's blocks names
 * @returns the story itself when it is one
 */
export function* partDigest<Source>(
  story: Story,
  blocks: readonly Block<Source>[],
  findings: readonly (BlockFinding | undefined)[],
): Steps<Story[]> {
  const namesTreaty = (index: number) =>
    findings[index]?.names.some(({ target, strength }) => target === 'treaty' && strength !== 'generic') === true;
  const parts = yield* partsOf(story.blocks, blocks, namesTreaty);
  return parts ? parts.map((part) => ({ place: story.place, blocks: part })) : [story];
}
