/** Finds names that cannot be told apart: the same spelling for two owners. */
import { keyOf, namesEnding, type Place, placesBefore, placesBehind } from './automaton.ts';
import { type Letter, lettersOf } from './spelling-graph.ts';

/** A spelling that two names share. */
export interface Clash<Name> {
  /** Folded. */
  spelling: string;
  names: [Name, Name];
}

/**
 * Spellings that names of different owners share, at least one for each pair of names that shares any.
 * Goes along all names at once and only where two owners' still run together, so that no pattern is written out.
 * @param names patterns whose braces pair
 */
export function findClashes<Name extends { readonly pattern: string }>(
  names: readonly Name[],
  ownerOf: (name: Name) => string,
): Clash<Name>[] {
  const numbers = new Map<Letter, number>();
  const clashes = new Map<string, Clash<Name>>();
  const note = (spelling: string, ending: readonly Name[]) => {
    for (const [index, one] of ending.entries()) {
      for (const other of ending.slice(index + 1)) {
        if (ownerOf(one) === ownerOf(other)) continue;
        const key = `${names.indexOf(one)} ${names.indexOf(other)}`;
        if (!clashes.has(key)) clashes.set(key, { spelling, names: [one, other] });
      }
    }
  };
  const seen = new Set<string>();
  const ways: [spelling: string, places: readonly Place<Name>[]][] = [
    ['', placesBefore(names.map((name) => [lettersOf(name.pattern), name] as const))],
  ];
  for (let way = ways.pop(); way; way = ways.pop()) {
    const [spelling, places] = way;
    for (const [unit, behind] of placesBehind(places)) {
      if (new Set(behind.map(([, name]) => ownerOf(name))).size < 2) continue;
      const key = keyOf(behind, numbers);
      if (seen.has(key)) continue;
      seen.add(key);
      const spelt = spelling + String.fromCharCode(unit);
      note(spelt, namesEnding(behind));
      ways.push([spelt, behind]);
    }
  }
  return [...clashes.values()];
}
