/** Joins the adjective of a state with who acts for it: "Russian" names Russia only in "Russian delegation". */
import { BY_WAY, TARGETS } from './dictionary.ts';
import { foldUnit, IGNORED, SPACE } from './fold.ts';
import type { Candidate } from './matcher.ts';

/** Whether nothing but white space stands between two offsets of a text. */
function onlySpace(text: string, from: number, to: number): boolean {
  if (from >= to) return false;
  for (let at = from; at < to; at++) {
    const code = foldUnit(text.charCodeAt(at));
    if (code !== SPACE && code !== IGNORED) return false;
  }
  return true;
}

/**
 * Leaves of the demonyms among a text's candidates those that stand beside an actor, on the side on which their language
 * has them, joined with it, and no actors.
 * @returns candidates of entities and of other targets, in no order
 */
export function joinDemonyms(candidates: readonly Candidate[], text: string): Candidate[] {
  const actors = candidates.filter(({ target }) => target === TARGETS.actor);
  return candidates.flatMap((candidate) => {
    const { target, strength, start, end, length } = candidate;
    if (target === TARGETS.actor) return [];
    if (target.startsWith(BY_WAY.demonymBefore)) {
      const entity = target.slice(BY_WAY.demonymBefore.length);
      const behind = actors.filter((actor) => onlySpace(text, end, actor.start));
      return behind.map((actor) => ({
        target: entity,
        strength,
        start,
        end: actor.end,
        length: length + 1 + actor.length,
      }));
    }
    if (target.startsWith(BY_WAY.demonymAfter)) {
      const entity = target.slice(BY_WAY.demonymAfter.length);
      const ahead = actors.filter((actor) => onlySpace(text, actor.end, start));
      return ahead.map((actor) => ({
        target: entity,
        strength,
        start: actor.start,
        end,
        length: length + 1 + actor.length,
      }));
    }
    return [candidate];
  });
}
