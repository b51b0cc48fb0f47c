/** How far the treaty's context reaches in a story, and whom it lets us name there. */
import { articleId } from '../dataset/article-id.ts';
import type { TreatyInStory } from './antecedents.ts';
import { treatyReferences } from './article-owners.ts';
import type { ReferenceGroup } from './articles.ts';
import type { Block } from './flow.ts';
import { type BlockFinding, hasCue, isName, type Mention } from './mention.ts';
import { NamedActors } from './named-actors.ts';
import { sentenceAround } from './sentences.ts';
import { firstFrom } from './sorted.ts';
import type { Steps } from './steps.ts';
import type { Story } from './stories.ts';

/** What the context of a story is told by. */
export interface ContextSources {
  /** A block's references to articles of any law, by its index in the page, in steps. */
  referencesIn(block: number): Steps<readonly ReferenceGroup[]>;
  /** Kinds of entities that words like "the group" may stand for, by id. */
  kinds: Readonly<Record<string, string>>;
  /** Whether a target of the dictionary is an instrument. */
  isInstrument(target: string): boolean;
}

/**
 * What a story mentions, found in steps. One about the treaty: all that it names, the treaty's articles among them. One
 * that mentions the treaty in passing: the treaty alone, by its names, and by "the treaty" only where such a name stands
 * in the block.
 * @param treaty what the story says of the treaty
 * @param isSubject whether the story is about it
 */
export function* mentionsOf<Source>(
  story: Story,
  blocks: readonly Block<Source>[],
  findings: readonly (BlockFinding | undefined)[],
  treaty: TreatyInStory,
  isSubject: boolean,
  { referencesIn, kinds, isInstrument }: ContextSources,
): Steps<Mention[]> {
  if (!isSubject) {
    return treaty.mentions.filter((mention) => isName(mention) || treaty.in(mention.block).some(isName));
  }
  const mentions = [...treaty.mentions];
  const actors = new NamedActors(kinds);
  for (const [row, block] of story.blocks.entries()) {
    yield;
    const finding = findings[block];
    if (!finding) continue;
    const { names } = finding;
    const text = blocks[block]?.text ?? '';
    const ours = treaty.in(block);
    /** Whether words tell of something else, such as sport, and of nothing that is the treaty's story. */
    const isElsewhere = (from: number, to: number) =>
      hasCue(finding, 'elsewhere', from, to) &&
      !hasCue(finding, 'story', from, to) &&
      !hasCue(finding, 'un', from, to) &&
      (ours[firstFrom(ours, from)]?.start ?? to) >= to;
    if (isElsewhere(0, text.length)) continue;
    const hasElsewhere = hasCue(finding, 'elsewhere', 0, text.length);
    for (const [index, { target, strength, start, end }] of names.entries()) {
      if (target === 'treaty') continue;
      if (hasElsewhere && isElsewhere(...sentenceAround(text, start, end))) continue;
      if (strength !== 'generic') {
        actors.note(target, row);
        if (!target.startsWith('!')) mentions.push({ entity: target, strength, block, start, end });
        continue;
      }
      // Generic names in the same words stand together; the first speaks for all.
      if (names[index - 1]?.start === start) continue;
      const sameWords = names.slice(index, firstFrom(names, start + 1)).map((name) => name.target);
      const entity = actors.meantBy(sameWords, row);
      if (entity) mentions.push({ entity, strength, block, start, end });
    }
    const isTaken = (start: number, end: number) => {
      const next = firstFrom(names, start);
      return (names[next]?.start ?? end) < end || (names[next - 1]?.end ?? 0) > start;
    };
    const references = { groups: yield* referencesIn(block), row, block, text, names };
    for (const { articles: referred } of treatyReferences(references, treaty, isInstrument)) {
      for (const { number, start, end } of referred) {
        if (isTaken(start, end)) continue;
        mentions.push({ entity: articleId(number), strength: 'contextual', block, start, end });
      }
    }
  }
  return mentions;
}
