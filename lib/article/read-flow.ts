/**
 * Reads a tree of HTML nodes into the flow of its text. The rules stand here once; what a tree is made of (the
 * browser's DOM, or a parser's nodes outside it) is the adapter's business.
 */
import { type Block, FlowBuilder } from '../detection/flow.ts';
import { finish, type Steps } from '../detection/steps.ts';
import { BLOCKS, FLOWED_OVER, headingLevelOf, regionOf, SKIPPED } from './elements.ts';

/** How to walk a tree of nodes. */
export interface TreeAdapter<Node, Source> {
  /** Lower-case tag name of an element, or null for other nodes. */
  tagOf(node: Node): string | null;
  /** Text of a text node, or null for other nodes. */
  textOf(node: Node): string | null;
  attributeOf(element: Node, name: string): string | null;
  /** Whether an element has any attribute: most have none to be asked for. */
  hasAttributes(element: Node): boolean;
  childrenOf(element: Node): Iterable<Node>;
  /** What a mention in the text node is to point back to, and where the node's text begins in it. */
  sourceOf(text: Node): { source: Source; offset: number };
}

const HIDING_STYLE = /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*(hidden|collapse))/i;

const HAS_TEXT = /\S/;

/** An element that the reader is being walked through, with what must be undone when it is over. */
interface Open<Node> {
  children: Iterator<Node>;
  leave: () => void;
}

/** Nodes that are read in one step. */
const NODES_A_STEP = 64;

/**
 * The flow of all that a reader can read under `root`: no scripts, forms, code, hidden or editable parts.
 * Walks without recursion, so depth costs no stack, and in steps. A tree that changes between them is read in part as
 * it was and in part as it is.
 * @param root an element, or a node that holds elements
 */
export function* readFlowInSteps<Node, Source>(root: Node, tree: TreeAdapter<Node, Source>): Steps<Block<Source>[]> {
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
    const plain = !tree.hasAttributes(element);
    if (SKIPPED.has(tag) || (!plain && isHidden(element))) {
      if (BLOCKS.has(tag)) flow.breakBlock();
      else flow.gap();
      return undefined;
    }
    const attributeOf = (name: string) => (plain ? null : tree.attributeOf(element, name));
    const names = plain ? '' : `${attributeOf('class') ?? ''} ${attributeOf('id') ?? ''}`.trim();
    const region = regionOf(tag, attributeOf('role'), names);
    const isBlock = BLOCKS.has(tag) || region !== undefined;
    const level = headingLevelOf(tag);
    const own = attributeOf('lang') || lang;
    const isLink = tag === 'a' && attributeOf('href') !== null;
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
  for (let met = 1; open.length > 0; met++) {
    if (met % NODES_A_STEP === 0) yield;
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
  return flow.blocks.filter((block) => HAS_TEXT.test(block.text));
}

/** As `readFlowInSteps`, at once. */
export function readFlow<Node, Source>(root: Node, tree: TreeAdapter<Node, Source>): Block<Source>[] {
  return finish(readFlowInSteps(root, tree));
}
