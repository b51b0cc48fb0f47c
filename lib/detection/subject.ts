/** Whether a story is about the treaty, or only mentions it in passing. */
import type { Block } from './flow.ts';
import { isFormat, isLetter, isSign } from './fold.ts';
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

/** Words of a text's first units; in scripts that do not part words, two signs count as one. */
function countWords(text: string, to = text.length): number {
  let words = 0;
  let signs = 0;
  let inWord = false;
  for (let at = 0; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (isLetter(unit)) {
      if (!inWord) words++;
      inWord = true;
      if (isSign(unit)) signs++;
    } else if (!isFormat(unit)) {
      inWord = false;
      if (isSign(unit)) signs++;
    }
  }
  return words + Math.floor(signs / 2);
}

/**
 * Whether a story is about the treaty, told in steps.
 * @param named the story's mentions of the treaty, in its order
 */
export function* isAboutTreaty<Source>(
  story: Story,
  blocks: readonly Block<Source>[],
  named: readonly Mention[],
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
      wordsBefore = block.heading === 1 ? 0 : words + countWords(block.text, first.start);
      inFirstSentence = sentenceAround(block.text, first.start, first.end)[0] === 0;
    }
    words += countWords(block.text);
    yield;
  }
  if (words <= SHORT_STORY.words && wordsBefore <= SHORT_STORY.wordsBefore) return true;
  if (inFirstSentence && wordsBefore <= FIRST_SENTENCE) return true;
  if (wordsBefore <= LEAD_WORDS && named.length >= 2) return true;
  return named.length >= Math.max(FEWEST_MENTIONS, words / WORDS_A_MENTION);
}
