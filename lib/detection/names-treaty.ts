/** Whether a passage names the treaty: the gate's second sieve, for the few pages that pass the first. */
import { foldLightly } from './fold-lightly.ts';
import type { GateExpressions } from './gate-expressions.ts';

/** What stands for a longer name that means something else, once it is taken out. */
const GAP = '￼';

/** Where a block of a page ends and the next begins with nothing between: text content runs them together. */
const SEAM = /(?<=\p{Ll})(?=\p{Lu})/gu;

/**
 * Makes the question from the treaty's names.
 * @returns tells of a passage whether it names the treaty: surely, or in words that are the treaty's own beside the
 *   United Nations
 */
export function createGate(expressions: GateExpressions): (passage: string) => boolean {
  const distinctive = new RegExp(expressions.distinctive, 'u');
  const contextual = new RegExp(expressions.contextual, 'u');
  const un = new RegExp(expressions.un, 'u');
  const blocked = new RegExp(expressions.blocked, 'gu');
  const names = (passage: string) => {
    const folded = foldLightly(passage).replace(blocked, GAP);
    return distinctive.test(folded) || (contextual.test(folded) && un.test(folded));
  };
  return (passage) => names(passage) || names(passage.replace(SEAM, ' '));
}
