/** How far the treaty's context reaches in a story, and whom it lets us name there. */

import type { Block } from './flow.ts';
import type { BlockFinding, Mention } from './mention.ts';
import type { Story } from './stories.ts';

/** A story of no more words than this, a headline or a post, is about whatever it names. */
const SHORT_STORY = 80;
/** A story that names the treaty once is about it when it does so within so many words, in its first sentence. */
const FIRST_SENTENCE = 25;
/** In a longer story, one mention of the treaty for so many words makes it the story's subject. */
const WORDS_A_MENTION = 250;
const FEWEST_MENTIONS = 3;
/** The lead: what is named within so many words of the start is what the story is about. */
const LEAD_WORDS = 60;

/** Words of a text; in scripts that do not part words, two signs count as one. */
function countWords(text: string): number {
  const signs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words + Math.floor(signs / 2);
}

/** Whether a story is about the treaty, or only mentions it in passing. */
function isAbout<Source>(story: Story, blocks: readonly Block<Source>[], named: readonly Mention[]): boolean {
  let words = 0;
  /** Words before the treaty's first name; none where that is the story's title. */
  let wordsBefore: number | undefined;
  for (const index of story.blocks) {
    const block = blocks[index] as Block<Source>;
    const firstHere = named.find((mention) => mention.block === index && mention.strength !== 'generic');
    if (firstHere && wordsBefore !== 0) {
      const here = block.heading === 1 ? 0 : words + countWords(block.text.slice(0, firstHere.start));
      wordsBefore = Math.min(wordsBefore ?? here, here);
    }
    words += countWords(block.text);
  }
  if (wordsBefore === undefined) return false;
  if (words <= SHORT_STORY || wordsBefore <= FIRST_SENTENCE) return true;
  if (wordsBefore <= LEAD_WORDS && named.length >= 2) return true;
  return named.length >= Math.max(FEWEST_MENTIONS, words / WORDS_A_MENTION);
}

/**
 * The mentions of entities other than the treaty in a story: all that a story about the treaty names, none that a
 * story names which mentions it in passing.
 * @param named the story's mentions of the treaty
 */
export function contextOf<Source>(
  story: Story,
  blocks: readonly Block<Source>[],
  findings: readonly BlockFinding[],
  named: readonly Mention[],
): Mention[] {
  if (!isAbout(story, blocks, named)) return [];
  const mentions: Mention[] = [];
  for (const block of story.blocks) {
    const finding = findings[block];
    if (!finding) continue;
    const { cues } = finding;
    const ofTreaty = cues.story || cues.un || named.some((mention) => mention.block === block);
    if (cues.elsewhere && !ofTreaty) continue;
    for (const { target, strength, start, end } of finding.names) {
      if (target === 'treaty' || target.startsWith('!') || strength === 'generic') continue;
      mentions.push({ entity: target, strength, block, start, end });
    }
  }
  return mentions;
}
