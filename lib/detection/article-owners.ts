/** Which references to articles are to the treaty's own. */
import { OPENING, type TreatyInStory } from './antecedents.ts';
import type { ReferenceGroup } from './articles.ts';
import { offsetBy, withoutInvisible } from './fold.ts';
import type { Candidate } from './matcher.ts';
import { sentenceAround } from './sentences.ts';
import { firstFrom } from './sorted.ts';

/** Around the end of "of", an instrument's name begins within so many UTF-16 units: its article may be part of it. */
const ARTICLE_WORD = 8;
/** What may stand between an instrument and its article that follows, when nothing else does. */
const NOTHING_BETWEEN = /^[\s》」』”"'’»)]{0,2}(?:s|の|的|之)?\s?$/u;

/** The references to articles of one block, and what tells whose they are. */
export interface References {
  groups: readonly ReferenceGroup[];
  /** Index of the block in its story, and in the page. */
  row: number;
  block: number;
  text: string;
  /** The block's names, in order. */
  names: readonly Candidate[];
}

/**
 * The instrument that the words beside a reference name as its owner: "Article 4 of UNTOC", "自由権規約第19条". Undefined
 * when they name none that is known; then `instrumentAt` still tells whether they lead to one.
 */
function ownerBeside(
  { articles, instrumentAt }: ReferenceGroup,
  { names, text }: References,
  isInstrument: (target: string) => boolean,
): Candidate | undefined {
  if (instrumentAt !== undefined) {
    const near = names.slice(
      firstFrom(names, instrumentAt - ARTICLE_WORD),
      firstFrom(names, instrumentAt + ARTICLE_WORD),
    );
    return near.find(({ end }) => end > instrumentAt);
  }
  const [from, to] = [articles[0]?.start ?? 0, articles.at(-1)?.end ?? 0];
  const behind = names[firstFrom(names, to)];
  if (behind && isInstrument(behind.target) && /^\s?$/.test(withoutInvisible(text.slice(to, behind.start))))
    return behind;
  const ahead = names[firstFrom(names, from) - 1];
  return ahead && isInstrument(ahead.target) && NOTHING_BETWEEN.test(withoutInvisible(text.slice(ahead.end, from)))
    ? ahead
    : undefined;
}

/**
 * The references of a block that are to the treaty's articles. Words beside a reference decide, when there are any. A
 * bare one belongs to the instrument last named in its sentence, or to another one with which the sentence before
 * begins, but for those named only as the owners of their own articles; then, in the treaty's own story, to the treaty,
 * and elsewhere to the instrument last named.
 * @param isInstrument whether a target of the dictionary is an instrument
 */
export function treatyReferences(
  references: References,
  treaty: TreatyInStory,
  isInstrument: (target: string) => boolean,
): ReferenceGroup[] {
  const { groups, row, block, text } = references;
  const beside = new Map(groups.map((group) => [group, ownerBeside(group, references, isInstrument)]));
  const owners = new Set([...beside.values()].map((owner) => owner?.start));
  const ours = new Set(treaty.in(block).map(({ start }) => start));
  const named = (from: number, to: number) =>
    treaty.trail.namedWithin(row, from, to).filter(({ start }) => !owners.has(start));

  return groups.filter((group) => {
    const owner = beside.get(group);
    if (owner || group.instrumentAt !== undefined) return owner?.target === 'treaty' && ours.has(owner.start);
    const [{ start, end } = { start: 0, end: 0 }] = group.articles;
    const [sentence] = sentenceAround(text, start, end);
    const inSentence = named(sentence, start).at(-1);
    if (inSentence) return inSentence.owner === 'treaty';
    if (!treaty.isOwn) return treaty.trail.ownerAt(row, start) === 'treaty';
    if (sentence === 0) return true;
    const [before] = sentenceAround(text, sentence - 1, sentence - 1);
    return !named(before, offsetBy(text, before, OPENING)).some((turn) => turn.owner === 'other');
  });
}
