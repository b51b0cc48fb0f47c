/** The figures of a page that are the treaty's, and which of their words are underlined. */
import type { Figure, Stretch } from './figures.ts';
import { nearTreaty } from './figures.ts';
import type { Mention } from './mention.ts';

/** A figure of the treaty's in a page. */
export interface TreatyFigure extends Figure {
  /** Index of the block in the page's flow. */
  block: number;
  /** What of its words no mention holds, around the number: what is underlined as the figure. */
  line: Stretch;
}

/** What stands at the ends of a line that was cut. */
const LOOSE_START = /^[\s,;:،؛、]+/u;
const LOOSE_END = /[\s,;:،؛、]+$/u;

/** Cuts a figure's words at the mentions on both sides of its number; undefined where a mention holds the number. */
function lineOf({ start, end, at }: Figure, text: string, mentions: readonly Stretch[]): Stretch | undefined {
  let [from, to] = [start, end];
  for (const mention of mentions) {
    if (mention.end <= at) from = Math.max(from, mention.end);
    else if (mention.start > at) to = Math.min(to, mention.start);
    else return undefined;
  }
  const words = text.slice(from, to);
  from += LOOSE_START.exec(words)?.[0].length ?? 0;
  to -= LOOSE_END.exec(words)?.[0].length ?? 0;
  return { start: from, end: to };
}

/**
 * The treaty's figures in a block.
 * @param mentions those of the block, the treaty's among them; figures are looked for where it is named
 * @param others names of other instruments in the block
 * @param figures reads those of any treaty in the block
 */
export function treatyFigures(
  block: number,
  text: string,
  mentions: readonly Mention[],
  others: readonly Stretch[],
  figures: () => readonly Figure[],
): TreatyFigure[] {
  const treaty = mentions.filter(({ entity }) => entity === 'treaty');
  if (treaty.length === 0) return [];
  return figures().flatMap((figure) => {
    const line = nearTreaty(figure, text, treaty, others) ? lineOf(figure, text, mentions) : undefined;
    return line ? [{ ...figure, block, line }] : [];
  });
}
