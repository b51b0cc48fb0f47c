/** What the annotated frames of a tab say together. */
import type { FrameState, PageMentions } from './messages.ts';

/** An annotated frame; 0 is the page itself. */
export interface AnnotatedFrame extends FrameState {
  frameId: number;
}

/** How many mentions the frames have together. */
export function countIn(frames: readonly AnnotatedFrame[]): number {
  return frames.flatMap(({ entities }) => entities).reduce((sum, { count }) => sum + count, 0);
}

/** What the frames mention together, entities in the order in which they first appear. */
export function mentionsIn(frames: readonly AnnotatedFrame[]): PageMentions {
  const counts = new Map<string, number>();
  for (const { entity, count } of frames.flatMap(({ entities }) => entities)) {
    counts.set(entity, (counts.get(entity) ?? 0) + count);
  }
  const published = frames.find((frame) => frame.published !== undefined)?.published;
  return { entities: Array.from(counts, ([entity, count]) => ({ entity, count })), published };
}

/**
 * Where a mention is, of all that the frames have of an entity.
 * @param index of the mention, from 0 and through the frames in their order
 * @returns its frame and its index there; undefined when there are not so many
 */
export function placeIn(
  frames: readonly AnnotatedFrame[],
  entity: string,
  index: number,
): { frameId: number; index: number } | undefined {
  let left = index;
  for (const { frameId, entities } of frames) {
    const count = entities.find((row) => row.entity === entity)?.count ?? 0;
    if (left < count) return { frameId, index: left };
    left -= count;
  }
  return undefined;
}

/** The frame that a keyboard command is for: where a card is open, or the focus is, or else the first with mentions. */
export function commandedFrame(frames: readonly AnnotatedFrame[]): AnnotatedFrame | undefined {
  const worthwhile = frames.filter(({ entities }) => entities.length > 0);
  return worthwhile.find(({ hasCard }) => hasCard) ?? worthwhile.findLast(({ hasFocus }) => hasFocus) ?? worthwhile[0];
}
