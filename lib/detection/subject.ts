/** Whether a story is about the treaty, or only mentions it in passing. */
import type { Block } from './flow.ts';
import { CharClass, classOf } from './fold.ts';
import type { Remembered } from './memory.ts';
import { isName, type Mention } from './mention.ts';
import { sentenceAround } from './sentences.ts';
import type { Steps } from './steps.ts';
import type { Story } from './stories.ts';

/** A story of no more words than this, a headline or a post, is about whatever it names before its end. */
const SHORT_STORY = { words: 80, wordsBefore: 40 };
/** A story that names the treaty once is about it when it does so within so many words, in its first sentence. */
const FIRST_SENTENCE = 25;
/** In a longer story, one mention of the treaty for so many words makes it the story's subject. */
const WORDS_A_MENTION = 250;
const FEWEST_MENTIONS = 3;
/** The lead: what is named within so many words of the start is what the story is about. */
const LEAD_WORDS = 60;

/** Words of a text; in scripts that do not part words, two signs count as one. */
function countWords(text: string): number {
  let words = 0;
  let signs = 0;
  let last: CharClass = CharClass.Other;
  for (let at = 0; at < text.length; at++) {
    const charClass = classOf(text.charCodeAt(at));
    if (charClass === CharClass.Ignored) continue;
    if (charClass !== CharClass.Other && last === CharClass.Other) words++;
    if (charClass === CharClass.Ideograph || charClass === CharClass.Katakana) signs++;
    last = charClass;
  }
  return words + Math.floor(signs / 2);
}

/**
 * Whether a story is about the treaty, told in steps.
 * @param named the story's mentions of the treaty, in its order
 * @param known of each block of the page
 */
export function* isAboutTreaty<Source>(
  story: Story,
  blocks: readonly Block<Source>[],
  named: readonly Mention[],
  known: readonly Remembered[],
): Steps<boolean> {
  const first = named.find(isName);
  if (!first) return false;
  let words = 0;
  let wordsBefore = 0;
  let inFirstSentence = false;
  for (const index of story.blocks) {
    const block = blocks[index] as Block<Source>;
    if (first.block === index) {
      // What stands in the title has nothing before it.
      wordsBefore = block.heading === 1 ? 0 : words + countWords(block.text.slice(0, first.start));
      inFirstSentence = sentenceAround(block.text, first.start, first.end)[0] === 0;
    }
    const remembered = known[index] as Remembered;
    remembered.words ??= countWords(block.text);
    words += remembered.words;
    yield;
  }
  if (words <= SHORT_STORY.words && wordsBefore <= SHORT_STORY.wordsBefore) return true;
  if (inFirstSentence && wordsBefore <= FIRST_SENTENCE) return true;
  if (wordsBefore <= LEAD_WORDS && named.length >= 2) return true;
  return named.length >= Math.max(FEWEST_MENTIONS, words / WORDS_A_MENTION);
}
