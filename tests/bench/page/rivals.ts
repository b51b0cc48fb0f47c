/** What others do: find names and wrap each in an element. Both change the page, and are given a fresh copy of it. */
import Mark from 'mark.js';

/** What a rival did before it was done or its time was up. */
export interface RivalRun {
  /** Time taken, in milliseconds. */
  took: number;
  /** Share of the work that was done in it: 1 when it was all. */
  share: number;
  /** Elements made. */
  marks: number;
}

/**
 * mark.js, name by name as it does of itself, for no longer than a cap.
 * @param names in an order in which any beginning of the list stands for all of it
 * @param cap in milliseconds
 */
export function wrapByMarkJs(names: readonly string[], cap: number): RivalRun {
  const mark = new Mark(document.body);
  const start = performance.now();
  let marks = 0;
  let done = 0;
  const each = () => void marks++;
  while (done < names.length && performance.now() - start < cap) {
    // Names are given in handfuls, so that calls cost next to nothing.
    const some = names.slice(done, done + HANDFUL);
    mark.mark(some, { accuracy: 'exactly', separateWordSearch: false, each });
    done += some.length;
  }
  return { took: performance.now() - start, share: done / names.length, marks };
}

/** Names between two looks at the clock: on pages of megabytes each name is a reading of the whole page. */
const HANDFUL = 4;

function expressionOf(names: readonly string[]): RegExp {
  const sources = names
    .toSorted((one, other) => other.length - one.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Wraps every match in a text node; how many there were. */
function wrapIn(node: Text, expression: RegExp): number {
  const { data } = node;
  const parts: (string | Node)[] = [];
  let at = 0;
  let marks = 0;
  for (const { 0: words, index } of data.matchAll(expression)) {
    const element = document.createElement('mark');
    element.textContent = words;
    parts.push(data.slice(at, index), element);
    at = index + words.length;
    marks++;
  }
  if (marks > 0) node.replaceWith(...parts, data.slice(at));
  return marks;
}

/**
 * The usual way: all names in one expression, tried on each text node, for no longer than a cap.
 * @param cap in milliseconds
 */
export function wrapByExpression(names: readonly string[], cap: number): RivalRun {
  const start = performance.now();
  const expression = expressionOf(names);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  let units = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (/^(?:script|style)$/.test(node.parentElement?.localName ?? '')) continue;
    nodes.push(node);
    units += node.length;
  }
  let marks = 0;
  let read = 0;
  for (const node of nodes) {
    if (performance.now() - start >= cap) break;
    // Its length before it is parted.
    read += node.length;
    marks += wrapIn(node, expression);
  }
  return { took: performance.now() - start, share: units === 0 ? 1 : read / units, marks };
}
