/**
 * Reads a tree of HTML nodes into the flow of its text. The rules stand here once; what a tree is made of (the
 * browser's DOM, or a parser's nodes outside it) is the adapter's business.
 */
import { type Block, FlowBuilder } from '../detection/flow.ts';
import { BLOCKS, FLOWED_OVER, headingLevelOf, regionOf, SKIPPED } from './elements.ts';

/** How to walk a tree of nodes. */
export interface TreeAdapter<Node, Source> {
  /** Lower-case tag name of an element, or null for other nodes. */
  tagOf(node: Node): string | null;
  /** Text of a text node, or null for other nodes. */
  textOf(node: Node): string | null;
  attributeOf(element: Node, name: string): string | null;
  childrenOf(element: Node): Iterable<Node>;
  /** What a mention in the text node is to point back to, and where the node's text begins in it. */
  sourceOf(text: Node): { source: Source; offset: number };
}

const HIDING_STYLE = /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*(hidden|collapse))/i;

/** An element that the reader is being walked through, with what must be undone when it is over. */
interface Open<Node> {
  children: Iterator<Node>;
  leave: () => void;
}

/**
 * The flow of all that a reader can read under `root`: no scripts, forms, code, hidden or editable parts.
 * Walks without recursion, so depth costs no stack.
 * @param root an element, or a node that holds elements
 */
export function readFlow<Node, Source>(root: Node, tree: TreeAdapter<Node, Source>): Block<Source>[] {
  const flow = new FlowBuilder<Source>();

  const isHidden = (element: Node): boolean => {
    if (tree.attributeOf(element, 'hidden') !== null) return true;
    const editable = tree.attributeOf(element, 'contenteditable');
    if (editable !== null && editable.toLowerCase() !== 'false') return true;
    const style = tree.attributeOf(element, 'style');
    return style !== null && HIDING_STYLE.test(style);
  };

  /** Enters an element; undefined when there is nothing to read in it. */
  const enter = (
    element: Node,
    tag: string,
    lang: string | undefined,
  ): (Open<Node> & { lang: string | undefined }) | undefined => {
    if (tag === 'br') flow.lineBreak();
    if (tag === 'br' || tag === 'wbr' || FLOWED_OVER.has(tag)) return undefined;
    if (SKIPPED.has(tag) || isHidden(element)) {
      if (BLOCKS.has(tag)) flow.breakBlock();
      else flow.gap();
      return undefined;
    }
    const names = `${tree.attributeOf(element, 'class') ?? ''} ${tree.attributeOf(element, 'id') ?? ''}`.trim();
    const region = regionOf(tag, tree.attributeOf(element, 'role'), names);
    const isBlock = BLOCKS.has(tag) || region !== undefined;
    const level = headingLevelOf(tag);
    const own = tree.attributeOf(element, 'lang') || lang;
    const isLink = tag === 'a' && tree.attributeOf(element, 'href') !== null;
    if (isBlock) flow.breakBlock();
    if (region) flow.openRegion(region);
    if (level > 0) flow.setHeading(level);
    if (isLink) flow.openLink();
    if (own !== lang) flow.setLang(own);
    return {
      lang: own,
      children: tree.childrenOf(element)[Symbol.iterator](),
      leave() {
        if (own !== lang) flow.setLang(lang);
        if (isLink) flow.closeLink();
        if (level > 0) flow.setHeading(0);
        if (region) flow.closeRegion();
        if (isBlock) flow.breakBlock();
      },
    };
  };

  const rootTag = tree.tagOf(root);
  const first = rootTag === null ? undefined : enter(root, rootTag, undefined);
  const open: (Open<Node> & { lang: string | undefined })[] = first ? [first] : [];
  while (open.length > 0) {
    const top = open[open.length - 1] as (typeof open)[number];
    const next = top.children.next();
    if (next.done) {
      top.leave();
      open.pop();
      continue;
    }
    const text = tree.textOf(next.value);
    if (text !== null) {
      const { source, offset } = tree.sourceOf(next.value);
      flow.text(text, source, offset);
      continue;
    }
    const tag = tree.tagOf(next.value);
    const entered = tag === null ? undefined : enter(next.value, tag, top.lang);
    if (entered) open.push(entered);
  }
  return flow.blocks.filter((block) => block.text.trim() !== '');
}
