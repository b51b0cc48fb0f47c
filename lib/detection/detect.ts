/** Finds the mentions of a page: which words of which block name which entity. */
import { resolveAntecedents } from './antecedents.ts';
import { contextOf } from './context.ts';
import { type Dictionary, TARGETS } from './dictionary.ts';
import type { Block } from './flow.ts';
import { guessLanguage, languagesOf, SAMPLE } from './language.ts';
import { createMatcher } from './matcher.ts';
import type { BlockFinding, Mention } from './mention.ts';
import { isCue, resolveOverlaps } from './overlap.ts';
import { partIntoStories } from './stories.ts';

export interface Detection {
  /** Whether the page's main text names the treaty. */
  relevant: boolean;
  /** In the order of the page. */
  mentions: Mention[];
}

export interface DetectionOptions {
  /** The page's language as declared: a BCP 47 tag. Blocks may declare their own. Default: told from the text. */
  lang?: string | undefined;
  /** Whether a reader sees the words; told for treaty names and for every other candidate once. Default: always. */
  isShown?: (block: number, start: number, end: number) => boolean;
}

/** A detector, ready to read pages. */
export interface Detector {
  /** Finds every mention that would be underlined at "each mention". Never throws, whatever the text. */
  detect<Source>(blocks: readonly Block<Source>[], options?: DetectionOptions): Detection;
}

/** The beginning of a page's text, to tell its language by. */
function sampleOf<Source>(blocks: readonly Block<Source>[]): string {
  let sample = '';
  for (const { text } of blocks) {
    if (sample.length >= SAMPLE) break;
    sample += `${text.slice(0, SAMPLE)} `;
  }
  return sample;
}

/** Makes a detector from the compiled dictionary. */
export function createDetector(dictionary: Dictionary): Detector {
  const matcher = createMatcher(dictionary);
  const instruments = new Set(dictionary.instruments);

  function findIn<Source>(block: Block<Source>, pageLang: string): BlockFinding {
    const candidates = matcher.scan(block.text, languagesOf(block.lang ?? pageLang));
    const cues = { un: false, story: false, elsewhere: false };
    for (const { target } of candidates.filter(isCue)) {
      if (target === TARGETS.cueUn) cues.un = true;
      else if (target === TARGETS.cueStory) cues.story = true;
      else cues.elsewhere = true;
    }
    return { names: resolveOverlaps(candidates), cues };
  }

  return {
    detect(blocks, { lang, isShown = () => true } = {}) {
      const pageLang = lang ?? guessLanguage(sampleOf(blocks));
      const findings = blocks.map((block, index) => {
        const finding = findIn(block, pageLang);
        finding.names = finding.names.filter(({ start, end }) => isShown(index, start, end));
        return finding;
      });
      const mentions: Mention[] = [];
      let relevant = false;
      for (const story of partIntoStories(blocks)) {
        const named = resolveAntecedents(story, findings, instruments);
        if (named.length === 0) continue;
        relevant ||= story.place === 'main';
        mentions.push(...named, ...contextOf(story, blocks, findings, named));
      }
      mentions.sort((one, other) => one.block - other.block || one.start - other.start);
      return { relevant, mentions };
    },
  };
}
