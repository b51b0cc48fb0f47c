/**
 * Paints mentions by the CSS Custom Highlight API: ranges in a registry, and not a node of the page is touched.
 * The registry is the page's too, and so are the highlights in it: they are compared with what we keep ourselves, and
 * nothing that is read back from them is believed.
 */
import { isArticleId } from '../dataset/article-id.ts';
import { STYLES, type UnderlineStyle } from '../settings/reading.ts';
import type { PageMention } from './page-mentions.ts';

/** What mentions are told apart by: the treaty, an article of it, a figure, or anyone in its story. */
type Kind = 'treaty' | 'article' | 'figure' | 'actor';
const KINDS: readonly Kind[] = ['treaty', 'article', 'figure', 'actor'];

const OPEN = 'treaty-lens-open';
/** Above the other highlights, for the open mention lies on one of them. */
const OPEN_PRIORITY = 1;

/** The registry's name for mentions of a kind in a style; `underline.css` and `tint.css` say how each looks. */
function nameOf(kind: Kind, style: UnderlineStyle): string {
  return `treaty-lens-${kind}${style === 'line' ? '' : `-${style}`}`;
}

function kindOf({ entity, figure }: PageMention): Kind {
  if (figure) return 'figure';
  if (entity === 'treaty') return 'treaty';
  return isArticleId(entity) ? 'article' : 'actor';
}

/** A highlight of ours, with what we put into it. */
interface Painted {
  highlight: Highlight;
  ranges: ReadonlySet<Range>;
}

/** What was painted last, by name. */
const painted = new Map<string, Painted>();

/**
 * So many ranges at most are taken out one by one: for each, Firefox looks through all of the highlight, so that for more
 * a new one costs less.
 */
const MOST_TAKEN_OUT = 64;

/**
 * Takes out what went and adds what came: a browser paints all of a highlight again at any change of it.
 * @returns whether the highlight holds these ranges and no others now, and is as it was made but for them
 */
function change({ highlight, ranges: before }: Painted, ranges: ReadonlySet<Range>): boolean {
  const gone = Array.from(before).filter((range) => !ranges.has(range));
  if (gone.length > MOST_TAKEN_OUT) return false;
  for (const range of gone) highlight.delete(range);
  for (const range of ranges) if (!highlight.has(range)) highlight.add(range);
  return highlight.size === ranges.size && highlight.priority === 0 && highlight.type === 'highlight';
}

function paint(name: string, ranges: ReadonlySet<Range>): void {
  const before = painted.get(name);
  let highlight = before && change(before, ranges) ? before.highlight : undefined;
  if (!highlight) {
    highlight = new Highlight();
    for (const range of ranges) highlight.add(range);
  }
  painted.set(name, { highlight, ranges });
  if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
}

function unpaint(name: string): void {
  painted.delete(name);
  CSS.highlights.delete(name);
}

/** Underlines these mentions and no others. What stands as it stood is left alone, so that nothing is painted again. */
export function paintMentions(mentions: readonly PageMention[], style: UnderlineStyle): void {
  const ranges: Record<Kind, Set<Range>> = {
    treaty: new Set(),
    article: new Set(),
    figure: new Set(),
    actor: new Set(),
  };
  for (const mention of mentions) ranges[kindOf(mention)].add(mention.range);
  for (const kind of KINDS) {
    for (const each of STYLES) {
      if (each === style && ranges[kind].size > 0) paint(nameOf(kind, each), ranges[kind]);
      else unpaint(nameOf(kind, each));
    }
  }
}

/** Marks the mention whose card is open; undefined marks none. */
export function paintOpen(mention: PageMention | undefined): void {
  if (!mention) {
    CSS.highlights.delete(OPEN);
    return;
  }
  const open = new Highlight(mention.range);
  open.priority = OPEN_PRIORITY;
  CSS.highlights.set(OPEN, open);
}

/** Takes every highlight of ours out of the registry. */
export function clearPaint(): void {
  for (const kind of KINDS) for (const style of STYLES) unpaint(nameOf(kind, style));
  CSS.highlights.delete(OPEN);
}
