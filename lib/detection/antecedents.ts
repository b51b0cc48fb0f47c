/**
 * Which names in a story are the treaty's: those that can be nobody else's, those that are its own because the United
 * Nations stands beside them, and "the treaty" where the nearest instrument named is this one.
 */
import { TARGETS } from './dictionary.ts';
import type { Candidate } from './matcher.ts';
import type { BlockFinding, Mention } from './mention.ts';
import type { Story } from './stories.ts';

/** Blocks of a story after which "the treaty" no longer points back to a name. */
const ANTECEDENT_REACH = 6;
/** Blocks at a story's head in which "the treaty" may point forward to the first instrument that the story names. */
const HEAD_BLOCKS = 2;

interface Placed {
  /** Index of the block in the story. */
  row: number;
  candidate: Candidate;
}

function namesOf(story: Story, findings: readonly BlockFinding[]): Placed[] {
  return story.blocks.flatMap((block, row) => (findings[block]?.names ?? []).map((candidate) => ({ row, candidate })));
}

/**
 * The mentions of the treaty in a story.
 *
 * A contextual name ("cybercrime treaty") is the treaty's when the story names it distinctively, or when the United
 * Nations stands in the same block or the one before and no other instrument has been named. A generic name stands for
 * the nearest instrument named before it; at the head of a story, for the first that is named after it.
 * @param instruments ids of the entities that are other instruments
 */
export function resolveAntecedents(
  story: Story,
  findings: readonly BlockFinding[],
  instruments: ReadonlySet<string>,
): Mention[] {
  const names = namesOf(story, findings);
  const isOther = ({ target }: Candidate) => target === TARGETS.otherInstrument || instruments.has(target);
  const isTreaty = ({ target }: Candidate) => target === 'treaty';
  const distinctive = names.some(({ candidate }) => isTreaty(candidate) && candidate.strength === 'distinctive');
  const besideUn = (row: number) => [row, row - 1].some((near) => findings[story.blocks[near] ?? -1]?.cues.un === true);

  const mentions: Mention[] = [];
  const waiting: Placed[] = [];
  let nearest: 'treaty' | 'other' | undefined;
  let nearestRow = 0;
  const accept = ({ row, candidate: { strength, start, end } }: Placed) => {
    mentions.push({ entity: 'treaty', strength, block: story.blocks[row] as number, start, end });
    nearestRow = row;
  };

  for (const placed of names) {
    const { row, candidate } = placed;
    if (isOther(candidate)) {
      nearest = 'other';
      continue;
    }
    if (!isTreaty(candidate)) continue;
    if (candidate.strength === 'generic') {
      if (nearest === 'treaty' && row - nearestRow <= ANTECEDENT_REACH) accept(placed);
      else if (nearest === undefined && row < HEAD_BLOCKS) waiting.push(placed);
      continue;
    }
    if (candidate.strength === 'contextual' && !distinctive && (nearest === 'other' || !besideUn(row))) continue;
    if (nearest === undefined) waiting.forEach(accept);
    accept(placed);
    nearest = 'treaty';
  }
  return mentions;
}
