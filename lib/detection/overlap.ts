/** Of names that overlap, which one the text means: the longest, then the surest. */
import { type Strength, TARGETS } from './dictionary.ts';
import type { Candidate } from './matcher.ts';

const RANK: Record<Strength, number> = { distinctive: 2, contextual: 1, generic: 0 };
const CUES: ReadonlySet<string> = new Set([TARGETS.cueUn, TARGETS.cueStory, TARGETS.cueElsewhere]);

/** Whether a candidate is a cue: a word that tells of the story and names nobody, so that it may overlap a name. */
export function isCue(candidate: Candidate): boolean {
  return CUES.has(candidate.target);
}

/**
 * Leaves of overlapping candidates the longest; of equally long ones the surest; of those the first.
 * A longer name that is blocked thus takes the shorter one with it.
 * @returns candidates that do not overlap, in the order of the text; cues are left out
 */
export function resolveOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const names = candidates.filter((candidate) => !isCue(candidate));
  const byWeight = [...names].sort(
    (one, other) =>
      other.end - other.start - (one.end - one.start) ||
      RANK[other.strength] - RANK[one.strength] ||
      one.start - other.start,
  );
  const kept: Candidate[] = [];
  const taken = new Set<number>();
  for (const candidate of byWeight) {
    let free = true;
    for (let at = candidate.start; at < candidate.end && free; at++) free = !taken.has(at);
    if (!free) continue;
    for (let at = candidate.start; at < candidate.end; at++) taken.add(at);
    kept.push(candidate);
  }
  return kept.sort((one, other) => one.start - other.start);
}
