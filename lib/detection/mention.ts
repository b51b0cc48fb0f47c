/** What detection speaks of: mentions, and the findings they are drawn from. */
import type { Strength } from './dictionary.ts';
import type { Candidate } from './matcher.ts';

/** Words of a block that name an entity of the dataset. Offsets are UTF-16 units into the block's text. */
export interface Mention {
  entity: string;
  strength: Strength;
  /** Index of the block in the page's flow. */
  block: number;
  start: number;
  end: number;
}

/** What was found in one block, before its story is known. */
export interface BlockFinding {
  /** Names that do not overlap, blocked ones and other instruments among them, in order. */
  names: Candidate[];
  /** Whether the block speaks of the United Nations, of the treaty's story, or of another kind of story. */
  cues: { un: boolean; story: boolean; elsewhere: boolean };
}
