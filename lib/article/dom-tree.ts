/**
 * The browser's DOM as a tree to be read, as it is rendered: an open shadow root in its host's place, and in each slot
 * what is assigned to it. What a text node holds is the node itself.
 */
import {
  attributeOf,
  firstChildOf,
  hasAnyAttribute,
  localNameOf,
  nextSiblingOf,
  nodeTypeOf,
  shadowRootOf,
} from './plain-dom.ts';
import type { TreeAdapter } from './read-flow.ts';

const ELEMENT = 1;
const TEXT = 3;

/** Walks siblings by their links: an array of children would be made for nothing. */
class Siblings implements IterableIterator<Node, undefined> {
  #at: Node | null;

  constructor(first: Node | null) {
    this.#at = first;
  }

  next(): IteratorResult<Node, undefined> {
    const value = this.#at;
    if (!value) return { done: true, value: undefined };
    this.#at = nextSiblingOf(value);
    return { done: false, value };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

function renderedChildren(node: Node): Iterable<Node> {
  const root = nodeTypeOf(node) === ELEMENT ? shadowRootOf(node as Element) : null;
  if (root) return new Siblings(root.firstChild);
  // Elements of other languages than HTML may bear the same name.
  const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  return assigned.length > 0 ? assigned : new Siblings(firstChildOf(node));
}

/** Reads live DOM nodes; mentions point back to their `Text` nodes. */
export const domTree: TreeAdapter<Node, Text> = {
  tagOf: (node) => (nodeTypeOf(node) === ELEMENT ? localNameOf(node as Element) : null),
  textOf: (node) => (nodeTypeOf(node) === TEXT ? (node as Text).data : null),
  attributeOf: (node, name) => attributeOf(node as Element, name),
  hasAttributes: (node) => hasAnyAttribute(node as Element),
  childrenOf: renderedChildren,
  sourceOf: (node) => ({ source: node as Text, offset: 0 }),
};
