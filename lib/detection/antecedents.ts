/**
 * Which names in a story are the treaty's: those that can be nobody else's, those that are its own because the United
 * Nations stands beside them, and "the treaty" where the nearest instrument named is this one.
 */
import { TARGETS } from './dictionary.ts';
import { offsetBy } from './fold.ts';
import type { Candidate } from './matcher.ts';
import type { BlockFinding, Mention } from './mention.ts';
import { sentenceAround } from './sentences.ts';
import { firstFrom } from './sorted.ts';
import type { Steps } from './steps.ts';
import type { Story } from './stories.ts';

/** Blocks of a story after which "the treaty" no longer points back to a name. */
const ANTECEDENT_REACH = 6;
/** Blocks at a story's head in which "the treaty" may point forward to the first instrument that the story names. */
const HEAD_BLOCKS = 2;
/** A block, or a sentence, that names an instrument within so many UTF-16 units of its start tells of it. */
export const OPENING = 24;

/** Names that are looked at in one step. */
const NAMES_A_STEP = 64;

/** Whose instrument was the last one named. */
type Owner = 'treaty' | 'other';

interface Placed {
  /** Index of the block in the story. */
  row: number;
  candidate: Candidate;
}

/** The instrument that the words of a story from one place on speak of. */
export interface Turn {
  row: number;
  /** UTF-16 offset into the block's text. */
  start: number;
  owner: Owner;
}

/** Which instrument a story speaks of, place by place. */
export class InstrumentTrail {
  /** Of each row, the namings of an instrument and the ends of passing ones, in order. */
  readonly #rows = new Map<number, Turn[]>();
  /** Rows that have turns, in order. */
  readonly #order: { start: number }[] = [];

  /** Notes which instrument is spoken of from a place on; in the order of the story. */
  note(turn: Turn): void {
    const row = this.#rows.get(turn.row);
    if (row) row.push(turn);
    else {
      this.#rows.set(turn.row, [turn]);
      this.#order.push({ start: turn.row });
    }
  }

  /** The instrument last named before a place, or undefined before the first. */
  ownerAt(row: number, start: number): Owner | undefined {
    const turns = this.#rows.get(row) ?? [];
    const inRow = turns[firstFrom(turns, start) - 1];
    if (inRow) return inRow.owner;
    const before = this.#order[firstFrom(this.#order, row) - 1];
    return before && this.#rows.get(before.start)?.at(-1)?.owner;
  }

  /** What was noted within a stretch of a row, in UTF-16 offsets. */
  namedWithin(row: number, from: number, to: number): Turn[] {
    const turns = this.#rows.get(row) ?? [];
    return turns.slice(firstFrom(turns, from), firstFrom(turns, to));
  }
}

/** What a story says of the treaty. */
export class TreatyInStory {
  readonly isOwn: boolean;
  readonly mentions: Mention[] = [];
  readonly trail = new InstrumentTrail();
  readonly #byBlock = new Map<number, Mention[]>();

  /** @param isOwn whether the story is the treaty's own: its head names the treaty, and no other instrument before it */
  constructor(isOwn: boolean) {
    this.isOwn = isOwn;
  }

  /** Adds a mention; in the order of the story, but for those that pointed forward. */
  add(mention: Mention): void {
    this.mentions.push(mention);
    const others = this.#byBlock.get(mention.block);
    if (others) others.push(mention);
    else this.#byBlock.set(mention.block, [mention]);
  }

  /** The treaty's mentions in a block, by its index in the page. */
  in(block: number): readonly Mention[] {
    return this.#byBlock.get(block) ?? [];
  }
}

/**
 * The mentions of the treaty in a story, found in steps.
 *
 * A contextual name ("cybercrime treaty") is the treaty's when the story names it distinctively, or when the United
 * Nations stands in the same block or the one before (for a headline, the one behind) and no other instrument was named
 * last. A generic name stands for the nearest instrument named before it; at the head of a story, for the first that is
 * named after it.
 *
 * A story whose head names the treaty and nothing else is the treaty's own: there, another instrument named in passing
 * lends its name to "the convention" only until its block ends, or its sentence when that names the treaty first ("the
 * convention demands what the Budapest Convention lacks").
 * @param instruments ids of the entities that are other instruments
 * @param textOf the text of a block, by its index in the page
 */
export function* resolveAntecedents(
  story: Story,
  findings: readonly (BlockFinding | undefined)[],
  instruments: ReadonlySet<string>,
  textOf: (block: number) => string,
): Steps<TreatyInStory> {
  const names: Placed[] = story.blocks.flatMap((block, row) =>
    (findings[block]?.names ?? []).map((candidate) => ({ row, candidate })),
  );
  const isOther = ({ target }: Candidate) => target === TARGETS.otherInstrument || instruments.has(target);
  const isDistinctive = ({ target, strength }: Candidate) => target === 'treaty' && strength === 'distinctive';
  const distinctive = names.some(({ candidate }) => isDistinctive(candidate));
  const first = names.find(
    ({ candidate }) => isOther(candidate) || (candidate.target === 'treaty' && candidate.strength !== 'generic'),
  );
  const isOwn = distinctive && first !== undefined && first.row < HEAD_BLOCKS && first.candidate.target === 'treaty';
  const findingAt = (row: number) => findings[story.blocks[row] ?? -1];
  const speaksOfUn = (row: number) => (findingAt(row)?.cues.un.length ?? 0) > 0;
  /** A headline leaves the United Nations to the text below, if that does not name another instrument. */
  const besideUn = (row: number) =>
    [row, row - 1].some(speaksOfUn) || (row === 0 && speaksOfUn(1) && !findingAt(1)?.names.some(isOther));

  const treaty = new TreatyInStory(isOwn);
  const waiting: Placed[] = [];
  let nearest: Owner | undefined;
  let nearestRow = 0;
  let nearestStart = 0;
  /** Where another instrument's claim ends when it was named in passing. */
  let passing: { row: number; end: number } | undefined;

  const accept = ({ row, candidate: { strength, start, end } }: Placed) => {
    treaty.add({ entity: 'treaty', strength, block: story.blocks[row] as number, start, end });
    nearestRow = row;
    nearestStart = start;
  };
  const turnTo = (owner: Owner, { row, candidate: { start } }: Placed) => {
    nearest = owner;
    treaty.trail.note({ row, start, owner });
  };

  for (const [index, placed] of names.entries()) {
    if (index % NAMES_A_STEP === 0) yield;
    const { row, candidate } = placed;
    if (passing && (row > passing.row || candidate.start >= passing.end)) {
      nearest = 'treaty';
      treaty.trail.note({ row: passing.row, start: passing.end, owner: 'treaty' });
      passing = undefined;
    }
    if (isOther(candidate)) {
      const text = textOf(story.blocks[row] as number);
      const [from, to] = sentenceAround(text, candidate.start, candidate.end);
      const besideTreaty = nearest === 'treaty' && nearestRow === row && nearestStart >= from;
      const inPassing = nearest === 'treaty' && (candidate.start > offsetBy(text, 0, OPENING) || nearestRow === row);
      passing = isOwn && (inPassing || passing) ? { row, end: besideTreaty ? to : text.length } : undefined;
      turnTo('other', placed);
      continue;
    }
    if (candidate.target !== 'treaty') continue;
    if (candidate.strength === 'generic') {
      if (nearest === 'treaty' && row - nearestRow <= ANTECEDENT_REACH) accept(placed);
      else if (nearest === undefined && row < HEAD_BLOCKS) waiting.push(placed);
      continue;
    }
    if (candidate.strength === 'contextual' && !distinctive) {
      if (nearest === 'other' || !besideUn(row)) continue;
    }
    if (nearest === undefined) waiting.forEach(accept);
    accept(placed);
    passing = undefined;
    turnTo('treaty', placed);
  }
  if (passing) treaty.trail.note({ row: passing.row, start: passing.end, owner: 'treaty' });
  return treaty;
}
