/**
 * Paints mentions by the CSS Custom Highlight API: ranges in a registry, and not a node of the page is touched.
 * The registry is the page's too, so entries are set and deleted by name, and never read back.
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

/** Underlines these mentions and no others. */
export function paintMentions(mentions: readonly PageMention[], style: UnderlineStyle): void {
  const painted: Record<Kind, Highlight> = {
    treaty: new Highlight(),
    article: new Highlight(),
    figure: new Highlight(),
    actor: new Highlight(),
  };
  for (const mention of mentions) painted[kindOf(mention)].add(mention.range);
  for (const kind of KINDS) {
    for (const each of STYLES) {
      const name = nameOf(kind, each);
      if (each === style && painted[kind].size > 0) CSS.highlights.set(name, painted[kind]);
      else CSS.highlights.delete(name);
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
  for (const kind of KINDS) for (const style of STYLES) CSS.highlights.delete(nameOf(kind, style));
  CSS.highlights.delete(OPEN);
}
