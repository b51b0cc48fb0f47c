/** What detection speaks of: mentions, and the findings they are drawn from. */
import type { Strength } from './dictionary.ts';
import type { Candidate } from './matcher.ts';
import { firstFrom } from './sorted.ts';

/** What a cue tells of the words around it. */
export type CueKind = 'un' | 'story' | 'elsewhere';

/** Words of a block that name an entity of the dataset. Offsets are UTF-16 units into the block's text. */
export interface Mention {
  entity: string;
  strength: Strength;
  /** Index of the block in the page's flow. */
  block: number;
  start: number;
  end: number;
}

/**
 * How a block stands apart from what is told around it: alone ("Read more: …", "Reporting by …"), or with those behind
 * it, of which it is the label ("Most read").
 */
export type Apart = 'alone' | 'label';

/** What was found in one block, before its story is known. */
export interface BlockFinding {
  /** Names that do not overlap, blocked ones and other instruments among them, in order. */
  names: Candidate[];
  /** Where words speak of the United Nations, of the treaty's story, or of another kind of story; in order. */
  cues: Record<CueKind, { start: number }[]>;
}

/** Whether a mention is a name, rather than words like "the treaty". */
export function isName({ strength }: Mention): boolean {
  return strength !== 'generic';
}

/** Whether a block has a cue of a kind that starts within a stretch of it, in UTF-16 offsets. */
export function hasCue({ cues }: BlockFinding, kind: CueKind, from: number, to: number): boolean {
  return (cues[kind][firstFrom(cues[kind], from)]?.start ?? to) < to;
}
