/**
 * Finds the table of participants in a file saved from the UN Treaty Collection: the page of a treaty, or the XML of
 * "Multilateral Treaties Deposited with the Secretary-General" (MTDSG).
 */
import { DOMParser, type Element as XmlElement, type Node as XmlNode } from '@xmldom/xmldom';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { DepositaryError, type DepositaryRow } from '../lib/dataset/depositary.ts';

/** A table as saved: its rows, and the day it says it stands for, where it says one. */
export interface DepositaryTable {
  rows: DepositaryRow[];
  /** ISO date. */
  asOf: string | undefined;
}

/** What both kinds of tree have in common. */
interface Tree {
  /** Lower-case name of an element, or undefined for other nodes. */
  name: string | undefined;
  /** Text of a text node. */
  text: string;
  children: Tree[];
}

const ROW = /^(?:row|tr)$/;
const CELL = /^(?:entry|td|th)$/;
/** Marks that point to footnotes; their numbers are no part of a name or a date. */
const FOOTNOTE = /^(?:sup|superscript|footnote\w*|note|script|style)$/;
const AS_AT = /status as at\s*:?\s*(\d{1,2})[-.\s](\d{1,2})[-.\s](\d{4})/i;

function treeOfHtml(node: DefaultTreeAdapterTypes.Node): Tree {
  const children = 'childNodes' in node ? node.childNodes.map(treeOfHtml) : [];
  const text = node.nodeName === '#text' ? (node as DefaultTreeAdapterTypes.TextNode).value : '';
  return { name: 'tagName' in node ? node.tagName : undefined, text, children };
}

function treeOfXml(node: XmlNode): Tree {
  const children: Tree[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(treeOfXml(child));
  const isElement = node.nodeType === 1;
  const isText = node.nodeType === 3 || node.nodeType === 4;
  return {
    name: isElement ? ((node as XmlElement).localName ?? '').toLowerCase() : undefined,
    text: isText ? (node.nodeValue ?? '') : '',
    children,
  };
}

/** Text under a node, as printed, without the marks of footnotes. */
function textOf(tree: Tree): string {
  if (tree.name !== undefined && FOOTNOTE.test(tree.name)) return '';
  return tree.text + tree.children.map(textOf).join('') + (tree.name === 'br' ? ' ' : '');
}

/** All rows under a node, outermost table first; each is the list of its own cells. */
function* rowsUnder(tree: Tree): Generator<Tree[]> {
  if (tree.name !== undefined && ROW.test(tree.name)) {
    yield tree.children.filter(({ name }) => name !== undefined && CELL.test(name));
  }
  for (const child of tree.children) yield* rowsUnder(child);
}

function parseTree(content: string): Tree {
  if (!/^\s*(?:<\?xml|<treaty)/i.test(content) || /<html/i.test(content)) return treeOfHtml(parse(content));
  try {
    const stop = (_level: string, message: string) => {
      throw new Error(message);
    };
    return treeOfXml(new DOMParser({ onError: stop }).parseFromString(content, 'text/xml'));
  } catch (error) {
    throw new DepositaryError([`is no well-formed XML: ${(error as Error).message}`]);
  }
}

/** Columns of the table by the words of their heads. */
function columnsOf(cells: readonly Tree[]): { name: number; signature: number; instrument: number } | undefined {
  const heads = cells.map((cell) => textOf(cell).trim().toLowerCase());
  const name = heads.findIndex((head) => head.startsWith('participant'));
  const signature = heads.findIndex((head) => head.startsWith('signature'));
  const instrument = heads.findIndex((head, at) => at !== signature && /ratification|accession/.test(head));
  return name === -1 || signature === -1 || instrument === -1 ? undefined : { name, signature, instrument };
}

/**
 * Reads a saved file.
 * @param content text of an HTML page or of XML
 * @throws {DepositaryError} when it holds no table of participants, or is cut off
 */
export function readDepositaryTable(content: string): DepositaryTable {
  const tree = parseTree(content);
  let columns: ReturnType<typeof columnsOf>;
  let width = 0;
  const rows: DepositaryRow[] = [];
  for (const cells of rowsUnder(tree)) {
    const heads = columnsOf(cells);
    if (heads) {
      columns = heads;
      width = cells.length;
      continue;
    }
    if (!columns || cells.length !== width) continue;
    const cell = (at: number) => textOf(cells[at] ?? { name: undefined, text: '', children: [] });
    const name = cell(columns.name);
    if (name.replace(/[\s ]/gu, '') === '') continue;
    rows.push([name, cell(columns.signature), cell(columns.instrument)]);
  }
  if (!columns) throw new DepositaryError(['holds no table headed "Participant", "Signature" and "Ratification"']);
  const [, day, month, year] = AS_AT.exec(textOf(tree)) ?? [];
  const asOf = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
  return { rows, asOf };
}
