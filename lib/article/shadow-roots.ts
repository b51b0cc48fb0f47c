/** Open shadow roots: parts of a page that its reader sees, and that stand apart in its tree. */
import { plainDocument } from './plain-document.ts';
import { shadowRootOf } from './plain-dom.ts';

/** Elements that are looked at in one step. */
const ELEMENTS_A_STEP = 256;

/**
 * The open shadow roots under a node, those within others included, hosts in document order, each as it is met; in steps,
 * of which those that meet none yield undefined. Closed ones are out of reach.
 */
export function* openShadowRootsInSteps(root: Node): Generator<ShadowRoot | undefined> {
  const elementsOf = (tree: Node) => plainDocument.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
  // The trees that are being walked, each within the one before: they may be nested deeper than calls can be.
  const open = [elementsOf(root)];
  let met = 0;
  for (let elements = open.at(-1); elements; elements = open.at(-1)) {
    if (++met % ELEMENTS_A_STEP === 0) yield;
    const element = elements.nextNode();
    if (!element) {
      open.pop();
      continue;
    }
    const within = shadowRootOf(element as Element);
    if (!within) continue;
    open.push(elementsOf(within));
    yield within;
  }
}
