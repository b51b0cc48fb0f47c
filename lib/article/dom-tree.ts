/**
 * The browser's DOM as a tree to be read, as it is rendered: an open shadow root in its host's place, and in each slot
 * what is assigned to it. What a text node holds is the node itself.
 */
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
    this.#at = value.nextSibling;
    return { done: false, value };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

function renderedChildren(node: Node): Iterable<Node> {
  if (node.nodeType !== ELEMENT) return new Siblings(node.firstChild);
  const element = node as Element;
  if (element.shadowRoot) return new Siblings(element.shadowRoot.firstChild);
  const assigned = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
  return assigned.length > 0 ? assigned : new Siblings(node.firstChild);
}

/** Reads live DOM nodes; mentions point back to their `Text` nodes. */
export const domTree: TreeAdapter<Node, Text> = {
  tagOf: (node) => (node.nodeType === ELEMENT ? (node as Element).localName : null),
  textOf: (node) => (node.nodeType === TEXT ? (node as Text).data : null),
  attributeOf: (node, name) => (node as Element).getAttribute(name),
  hasAttributes: (node) => (node as Element).hasAttributes(),
  childrenOf: renderedChildren,
  sourceOf: (node) => ({ source: node as Text, offset: 0 }),
};
