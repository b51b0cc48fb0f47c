/** Opens the braces of an alias pattern: `{a|b|}` is each of its choices in turn. */

/** Thrown for a pattern whose braces do not pair. */
export class PatternError extends Error {}

/**
 * All the strings that a pattern stands for, in the order in which its choices are written.
 * Braces nest. `Росси{я|и}` gives "Россия" and "России".
 * @throws {PatternError} when a brace has no partner
 */
export function expandPattern(pattern: string): string[] {
  const open = pattern.indexOf('{');
  if (open === -1) {
    if (pattern.includes('}')) throw new PatternError(`"${pattern}" closes a brace that it never opened`);
    return [pattern];
  }
  let depth = 0;
  let choiceStart = open + 1;
  const choices: string[] = [];
  for (let at = open; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === '{') depth++;
    else if (char === '|' && depth === 1) {
      choices.push(pattern.slice(choiceStart, at));
      choiceStart = at + 1;
    } else if (char === '}' && --depth === 0) {
      choices.push(pattern.slice(choiceStart, at));
      const head = pattern.slice(0, open);
      const tails = expandPattern(pattern.slice(at + 1));
      return choices.flatMap(expandPattern).flatMap((choice) => tails.map((tail) => head + choice + tail));
    }
  }
  throw new PatternError(`"${pattern}" opens a brace that it never closes`);
}
