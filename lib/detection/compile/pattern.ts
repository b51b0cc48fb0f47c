/** Reads alias patterns: `{a|b|}` is each of its choices in turn. */

/** Thrown for a pattern whose braces do not pair. */
export class PatternError extends Error {}

/** A pattern taken apart: runs of plain text, and choices between sequences. */
export type Sequence = (string | Sequence[])[];

/**
 * Takes a pattern apart. Braces nest; a bar outside braces is a bar.
 * @throws {PatternError} when a brace has no partner
 */
export function parsePattern(pattern: string): Sequence {
  const top: Sequence = [];
  /** The choices that are open around the place at hand, outermost first. */
  const open: Sequence[][] = [];
  let at = top;
  for (const part of pattern.split(/([{}|])/)) {
    const choices = open.at(-1);
    if (part === '{') {
      const first: Sequence = [];
      open.push([first]);
      at.push(open.at(-1) as Sequence[]);
      at = first;
    } else if (part === '|' && choices) {
      at = [];
      choices.push(at);
    } else if (part === '}') {
      if (!choices) throw new PatternError(`"${pattern}" closes a brace that it never opened`);
      open.pop();
      at = open.at(-1)?.at(-1) ?? top;
    } else if (part !== '') at.push(part);
  }
  if (open.length > 0) throw new PatternError(`"${pattern}" opens a brace that it never closes`);
  return top;
}

function joined(parts: readonly string[][], varied: number): string[] {
  const rest = (side: readonly string[][]) => side.map(([first = '']) => first).join('');
  const [head, tail] = [rest(parts.slice(0, varied)), rest(parts.slice(varied + 1))];
  return (parts[varied] ?? ['']).map((choice) => head + choice + tail);
}

function spell(sequence: Sequence): string[] {
  const parts = sequence.map((part) => (typeof part === 'string' ? [part] : part.flatMap(spell)));
  return [...new Set(parts.length === 0 ? [''] : parts.flatMap((_, index) => joined(parts, index)))];
}

/**
 * Spellings of a pattern in which each of its choices occurs, beside the first of the others: as many as there are
 * choices, where all spellings would be as many as their product. `{a|b}{c|d}` gives "ac", "bc" and "ad".
 * @throws {PatternError} when a brace has no partner
 */
export function spellingsOf(pattern: string): string[] {
  return spell(parsePattern(pattern));
}
