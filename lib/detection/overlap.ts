/** Of names that overlap, which one the text means: the longest, then the surest. */
import { type Strength, TARGETS } from './dictionary.ts';
import type { Candidate } from './matcher.ts';

const RANK: Record<Strength, number> = { distinctive: 2, contextual: 1, generic: 0 };
const CUES: ReadonlySet<string> = new Set([TARGETS.cueUn, TARGETS.cueStory, TARGETS.cueElsewhere, TARGETS.apart]);

/** Whether a candidate is a cue: a word that tells of the story and names nobody, so that it may overlap a name. */
export function isCue(candidate: Candidate): boolean {
  return CUES.has(candidate.target);
}

/** Whether two candidates are generic names of two actors in the very same words; the treaty shares its own with none. */
function standsForBoth(one: Candidate, other: Candidate): boolean {
  return (
    one.target !== other.target &&
    one.target !== 'treaty' &&
    other.target !== 'treaty' &&
    one.start === other.start &&
    one.end === other.end &&
    one.strength === 'generic' &&
    other.strength === 'generic'
  );
}

/** Of candidates that all hang together, those that stay: see `resolveOverlaps`. */
function longestOf(candidates: readonly Candidate[], start: number, end: number): Candidate[] {
  const byWeight = candidates.toSorted(
    (one, other) => other.length - one.length || RANK[other.strength] - RANK[one.strength] || one.start - other.start,
  );
  const kept: Candidate[] = [];
  const taken = new Uint8Array(end - start);
  for (const candidate of byWeight) {
    const [from, to] = [candidate.start - start, candidate.end - start];
    // What is kept already is at least as long, so it cannot lie between the ends.
    if (taken[from] || taken[to - 1]) {
      const last = kept.at(-1);
      if (!last || !standsForBoth(last, candidate)) continue;
    }
    taken.fill(1, from, to);
    kept.push(candidate);
  }
  return kept.sort((one, other) => one.start - other.start);
}

/**
 * Leaves of overlapping candidates the longest; of equally long ones the surest; of those the first.
 * A longer name that is blocked thus takes the shorter one with it. Generic names of several entities in the same words
 * ("the committee") are all left, for the story tells which of them is meant.
 * @returns candidates that do not overlap, in the order of the text; cues are left out
 */
export function resolveOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const names = candidates.filter((candidate) => !isCue(candidate)).sort((one, other) => one.start - other.start);
  const kept: Candidate[] = [];
  // Nearly all names overlap with none or a few.
  for (let first = 0, behind = 1; first < names.length; first = behind++) {
    const { start, end } = names[first] as Candidate;
    let reach = end;
    for (let next = names[behind]; next && next.start < reach; next = names[++behind])
      reach = Math.max(reach, next.end);
    if (behind === first + 1) kept.push(names[first] as Candidate);
    else kept.push(...longestOf(names.slice(first, behind), start, reach));
  }
  return kept;
}
