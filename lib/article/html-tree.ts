/**
 * HTML outside a browser: parsed as the HTML standard says, with offsets into what a browser would give as the body's
 * text content. For the maintainers' tools and the tests; the extension reads the DOM itself.
 */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Block } from '../detection/flow.ts';
import { type PublicationHints, publicationDate } from './published.ts';
import { readFlow, type TreeAdapter } from './read-flow.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function childrenOf(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}

function textOf(node: Node): string | null {
  return node.nodeName === '#text' ? (node as DefaultTreeAdapterTypes.TextNode).value : null;
}

function tagOf(node: Node): string | null {
  return 'tagName' in node ? node.tagName.toLowerCase() : null;
}

function attributeOf(node: Node, name: string): string | null {
  return 'attrs' in node ? (node.attrs.find((attribute) => attribute.name === name)?.value ?? null) : null;
}

/** All nodes under a node, in document order, without recursion. */
function* descendants(root: Node): Generator<Node> {
  const open = [...childrenOf(root)].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at--) open.push(children[at] as Node);
  }
}

function textContent(root: Node): string {
  let text = '';
  for (const node of descendants(root)) text += textOf(node) ?? '';
  return text;
}

function hintsOf(document: Node): PublicationHints {
  const hints: PublicationHints = { jsonLd: [], meta: [], times: [] };
  for (const node of descendants(document)) {
    const tag = tagOf(node);
    if (tag === 'script' && attributeOf(node, 'type') === 'application/ld+json') hints.jsonLd.push(textContent(node));
    else if (tag === 'meta') {
      const name = attributeOf(node, 'property') ?? attributeOf(node, 'name') ?? attributeOf(node, 'itemprop');
      const content = attributeOf(node, 'content');
      if (name !== null && content !== null) hints.meta.push({ name, content });
    } else if (tag === 'time') {
      const datetime = attributeOf(node, 'datetime');
      if (datetime !== null) hints.times.push(datetime);
    }
  }
  return hints;
}

/** A parsed page: its text as the browser's `document.body.textContent`, its flow, and when it was published. */
export interface ParsedPage {
  text: string;
  /** Blocks whose pieces' offsets count from the start of `text`, in UTF-16 units. */
  blocks: Block<0>[];
  /** Language that the page declares, a BCP 47 tag. */
  lang: string | undefined;
  /** ISO date or date and time as the page declares it, or null. */
  published: string | null;
}

/** Parses HTML, a whole page or a fragment of one. Never throws: any text is some HTML. */
export function parsePage(html: string): ParsedPage {
  const document = parse(html);
  const root = document.childNodes.find((node): node is Element => tagOf(node) === 'html') as Element;
  // A page of frames has no body, and no text.
  const body = (root.childNodes.find((node) => tagOf(node) === 'body') ?? parse('').childNodes[0]) as Element;
  const offsets = new Map<Node, number>();
  let text = '';
  for (const node of descendants(body)) {
    const data = textOf(node);
    if (data === null) continue;
    offsets.set(node, text.length);
    text += data;
  }
  const tree: TreeAdapter<Node, 0> = {
    tagOf,
    textOf,
    attributeOf,
    hasAttributes: (node) => 'attrs' in node && node.attrs.length > 0,
    childrenOf,
    sourceOf: (node) => ({ source: 0, offset: offsets.get(node) ?? 0 }),
  };
  const lang = attributeOf(root, 'lang') ?? undefined;
  return { text, blocks: readFlow<Node, 0>(body, tree), lang, published: publicationDate(hintsOf(document)) };
}
