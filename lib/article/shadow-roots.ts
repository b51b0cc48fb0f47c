/** Open shadow roots: parts of a page that its reader sees, and that stand apart in its tree. */
import { shadowRootOf } from './plain-dom.ts';

/** The open shadow roots under a node, those within others included, hosts in document order. Closed ones are out of reach. */
export function openShadowRoots(root: Node): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const elementsOf = (tree: Node) => document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
  // The trees that are being walked, each within the one before: they may be nested deeper than calls can be.
  const open = [elementsOf(root)];
  for (let elements = open.at(-1); elements; elements = open.at(-1)) {
    const element = elements.nextNode();
    if (!element) {
      open.pop();
      continue;
    }
    const within = shadowRootOf(element as Element);
    if (!within) continue;
    found.push(within);
    open.push(elementsOf(within));
  }
  return found;
}
