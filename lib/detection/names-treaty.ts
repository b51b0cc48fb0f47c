/** Whether a passage names the treaty: the gate's second sieve, for the few pages that pass the first. */
import { foldLightly } from './fold-lightly.ts';

/** Sources of regular expressions over lightly folded text. */
export interface GateExpressions {
  /** Names that are the treaty's wherever they stand. */
  distinctive: string;
  /** Names that are the treaty's beside the United Nations. */
  contextual: string;
  /** The United Nations. */
  un: string;
  /** Longer names that mean something else and hold one of the treaty's: a distinctive one … */
  notDistinctive: string;
  /** … or a contextual one. */
  notContextual: string;
}

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
  const notDistinctive = new RegExp(expressions.notDistinctive, 'gu');
  const notContextual = new RegExp(expressions.notContextual, 'gu');
  /** Whether a text has a name, also without what means something else: that is looked for last, for few texts have a name. */
  const has = (folded: string, name: RegExp, other: RegExp) => {
    if (!name.test(folded)) return false;
    const rest = folded.replace(other, GAP);
    return rest === folded || name.test(rest);
  };
  const names = (passage: string) => {
    const folded = foldLightly(passage);
    return has(folded, distinctive, notDistinctive) || (un.test(folded) && has(folded, contextual, notContextual));
  };
  return (passage) => {
    if (names(passage)) return true;
    const parted = passage.replace(SEAM, ' ');
    return parted !== passage && names(parted);
  };
}
