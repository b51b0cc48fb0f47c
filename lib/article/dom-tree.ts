/** The browser's DOM as a tree to be read: what a text node holds is the node itself. */
import type { TreeAdapter } from './read-flow.ts';

const ELEMENT = 1;
const TEXT = 3;

/** Walks siblings by their links: an array of children would be made for nothing. */
function* siblings(node: Node | null): Generator<Node> {
  for (let at = node; at; at = at.nextSibling) yield at;
}

/** Reads live DOM nodes; mentions point back to their `Text` nodes. */
export const domTree: TreeAdapter<Node, Text> = {
  tagOf: (node) => (node.nodeType === ELEMENT ? (node as Element).localName : null),
  textOf: (node) => (node.nodeType === TEXT ? (node as Text).data : null),
  attributeOf: (node, name) => (node as Element).getAttribute(name),
  childrenOf: (node) => siblings(node.firstChild),
  sourceOf: (node) => ({ source: node as Text, offset: 0 }),
};
