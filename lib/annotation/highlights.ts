/**
 * Paints mentions by the CSS Custom Highlight API: ranges in a registry, and not a node of the page is touched.
 * The registry is the page's too, so entries are set and deleted by name, and never read back.
 */
import type { PageMention } from './page-mentions.ts';

const NAMES = {
  treaty: 'treaty-lens-treaty',
  actor: 'treaty-lens-actor',
  figure: 'treaty-lens-figure',
  open: 'treaty-lens-open',
} as const;
/** Above the other highlights, for the open mention lies on one of them. */
const OPEN_PRIORITY = 1;

/** Underlines these mentions and no others. */
export function paintMentions(mentions: readonly PageMention[]): void {
  const treaty = new Highlight();
  const actors = new Highlight();
  const figures = new Highlight();
  for (const { entity, range, figure } of mentions) {
    const kind = entity === 'treaty' ? treaty : actors;
    (figure ? figures : kind).add(range);
  }
  CSS.highlights.set(NAMES.treaty, treaty);
  CSS.highlights.set(NAMES.actor, actors);
  CSS.highlights.set(NAMES.figure, figures);
}

/** Marks the mention whose card is open; undefined marks none. */
export function paintOpen(mention: PageMention | undefined): void {
  if (!mention) {
    CSS.highlights.delete(NAMES.open);
    return;
  }
  const open = new Highlight(mention.range);
  open.priority = OPEN_PRIORITY;
  CSS.highlights.set(NAMES.open, open);
}

/** Takes every highlight of ours out of the registry. */
export function clearPaint(): void {
  for (const name of Object.values(NAMES)) CSS.highlights.delete(name);
}
