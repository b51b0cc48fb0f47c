/**
 * A page as its reader reads it: blocks of running text, each within a region of the page.
 *
 * Names are looked for in the flow of a block, not in single text nodes, so that `<b>Human</b> Rights Watch` is one
 * name; they are never looked for across a block's borders.
 */

import { GAP } from './fold.ts';

export type RegionKind = 'page' | 'article' | 'section' | 'item' | 'aside' | 'nav' | 'footer' | 'comments';

/** A part of the page that may tell a story of its own. */
export interface Region {
  readonly kind: RegionKind;
  readonly parent: Region | undefined;
}

/** A run of a block's text that stands in one place of the source. */
export interface Piece<Source> {
  /** Where it begins in the block's text, in UTF-16 units. */
  at: number;
  length: number;
  /** What holds the text: a DOM text node, or an offset. */
  source: Source;
  /** Where in the source the piece begins, in UTF-16 units. */
  offset: number;
}

export interface Block<Source> {
  text: string;
  pieces: Piece<Source>[];
  region: Region;
  /** 1 to 6 for headings, 0 for other text. */
  heading: number;
  /** UTF-16 units of the text that stand in a link. */
  linked: number;
  /** Number of the link within which the block begins, counted from 1 in the page; 0 outside links. */
  link: number;
  /** The language that the page declares for it: a BCP 47 tag, or undefined. */
  lang: string | undefined;
}

/** Builds the flow of a page from what a walk over its tree meets, in document order. */
export class FlowBuilder<Source> {
  readonly blocks: Block<Source>[] = [];
  #region: Region = { kind: 'page', parent: undefined };
  #block: Block<Source> | undefined;
  #heading = 0;
  /** Links that are open, and links met so far. */
  #links = 0;
  #linksMet = 0;
  #lang: string | undefined;

  /** Ends the block at hand: what follows does not flow together with what came before. */
  breakBlock(): void {
    this.#block = undefined;
  }

  /** Text of the flow. `offset` is where in the source it begins. */
  text(data: string, source: Source, offset = 0): void {
    if (data === '') return;
    const block = this.#open();
    block.pieces.push({ at: block.text.length, length: data.length, source, offset });
    block.text += data;
    if (this.#links > 0) block.linked += data.trim().length;
  }

  /** A line break within the flow: white space to a name, and no border. */
  lineBreak(): void {
    if (this.#block) this.#block.text += '\n';
  }

  /** Something within the flow that is no text and that no name runs across. */
  gap(): void {
    if (this.#block) this.#block.text += GAP;
  }

  openRegion(kind: RegionKind): void {
    this.breakBlock();
    this.#region = { kind, parent: this.#region };
  }

  closeRegion(): void {
    this.breakBlock();
    this.#region = this.#region.parent ?? this.#region;
  }

  /** Level of the heading whose text follows, or 0 when it is over. */
  setHeading(level: number): void {
    this.#heading = level;
  }

  openLink(): void {
    this.#links++;
    this.#linksMet++;
  }

  closeLink(): void {
    this.#links--;
  }

  /** The language declared for the blocks that follow. */
  setLang(lang: string | undefined): void {
    this.#lang = lang;
  }

  #open(): Block<Source> {
    this.#block ??= this.#push();
    return this.#block;
  }

  #push(): Block<Source> {
    const block: Block<Source> = {
      text: '',
      pieces: [],
      region: this.#region,
      heading: this.#heading,
      linked: 0,
      link: this.#links > 0 ? this.#linksMet : 0,
      lang: this.#lang,
    };
    this.blocks.push(block);
    return block;
  }
}

/** An empty line: the border of paragraphs in plain text. */
const EMPTY_LINE = /^\s*$/;
/** What ends a sentence, and with it the need to look for its end on the next line. */
const SENTENCE_END = /[.!?:;…。！？：؟۔]["'”’»」』)\]]*\s*$/u;
/** A paragraph of so many lines whose lengths differ is a list, each line of which stands alone. */
const LIST_LINES = 3;
/** Wrapped lines fill at least this share of the longest one. */
const WRAP_FILL = 0.7;

/** Whether the lines of a paragraph were wrapped to one width, rather than written as lines. */
function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < LIST_LINES) return true;
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return lines.slice(0, -1).every((line) => line.length >= longest * WRAP_FILL);
}

/**
 * The flow of a plain text, one block a paragraph. Paragraphs are parted by empty lines, by line breaks behind the end
 * of a sentence, and in lists by each line break; a line break within a sentence is white space.
 * @param lang the text's BCP 47 tag, when known
 * @returns blocks whose pieces' `source` is the text's own start, 0, and whose offsets count from there
 */
export function flowOfText(text: string, lang?: string): Block<0>[] {
  const flow = new FlowBuilder<0>();
  flow.setLang(lang);
  let paragraph: { start: number; lines: string[] } | undefined;
  const close = () => {
    if (!paragraph) return;
    let { start } = paragraph;
    let pending = '';
    const wrapped = isWrapped(paragraph.lines);
    for (const line of paragraph.lines) {
      pending += line;
      if (wrapped && !SENTENCE_END.test(line)) continue;
      flow.breakBlock();
      flow.text(pending, 0, start);
      start += pending.length;
      pending = '';
    }
    flow.breakBlock();
    flow.text(pending, 0, start);
    paragraph = undefined;
  };
  let at = 0;
  for (const line of text.split(/(?<=\n|\u2029)/)) {
    if (EMPTY_LINE.test(line)) close();
    else if (paragraph) paragraph.lines.push(line);
    else paragraph = { start: at, lines: [line] };
    at += line.length;
  }
  close();
  return flow.blocks;
}

/** Index of the piece that holds a unit of a block's text, or -1 where none does. */
export function pieceAt<Source>(block: Block<Source>, unit: number): number {
  let low = 0;
  let high = block.pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = block.pieces[middle] as Piece<Source>;
    if (unit < piece.at) high = middle - 1;
    else if (unit >= piece.at + piece.length) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** The place in a block's source of an offset into its text. `end` takes the place behind the last unit before it. */
export function placeOf<Source>(
  block: Block<Source>,
  offset: number,
  edge: 'start' | 'end',
): { source: Source; offset: number } | undefined {
  const piece = block.pieces[pieceAt(block, edge === 'start' ? offset : offset - 1)];
  return piece && { source: piece.source, offset: piece.offset + offset - piece.at };
}
