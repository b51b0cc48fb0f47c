/** Open shadow roots: parts of a page that its reader sees, and that stand apart in its tree. */

/** The open shadow roots under a node, those within others included, hosts in document order. Closed ones are out of reach. */
export function openShadowRoots(root: Node): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const elements = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let node = elements.nextNode(); node; node = elements.nextNode()) {
    const { shadowRoot } = node as Element;
    if (shadowRoot) found.push(shadowRoot, ...openShadowRoots(shadowRoot));
  }
  return found;
}
