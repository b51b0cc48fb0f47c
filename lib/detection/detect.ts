/** Finds the mentions of a page: which words of which block name which entity. */
import { resolveAntecedents } from './antecedents.ts';
import { createArticleReader } from './articles.ts';
import { mentionsOf } from './context.ts';
import { joinDemonyms } from './demonyms.ts';
import { type Dictionary, TARGETS } from './dictionary.ts';
import type { Block } from './flow.ts';
import { withoutOverridden } from './fold.ts';
import { guessLanguage, languagesOf, SAMPLE } from './language.ts';
import { createMatcher } from './matcher.ts';
import type { BlockFinding, CueKind, Mention } from './mention.ts';
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

const CUES: Readonly<Record<string, CueKind>> = {
  [TARGETS.cueUn]: 'un',
  [TARGETS.cueStory]: 'story',
  [TARGETS.cueElsewhere]: 'elsewhere',
};

/** Whether words that may set a block apart do: they begin it, and are all of it or lead to the rest. */
function apartBy(text: string, start: number, end: number): 'alone' | 'label' | undefined {
  if (/[\p{L}\p{N}]/u.test(text.slice(0, start))) return undefined;
  return /[\p{L}\p{N}]/u.test(text.slice(end)) ? 'alone' : 'label';
}

function languagesIn<Source>(block: Block<Source> | undefined, pageLang: string): ReadonlySet<string> {
  return languagesOf(block?.lang ?? pageLang);
}

/** Makes a detector from the compiled dictionary. */
export function createDetector(dictionary: Dictionary): Detector {
  const matcher = createMatcher(dictionary);
  const instruments = new Set(dictionary.instruments);
  const articles = createArticleReader(dictionary.articles);

  function findIn<Source>(block: Block<Source>, pageLang: string): BlockFinding {
    const candidates = matcher.scan(block.text, languagesIn(block, pageLang));
    const finding: BlockFinding = {
      names: resolveOverlaps(joinDemonyms(candidates, block.text)),
      cues: { un: [], story: [], elsewhere: [] },
      apart: undefined,
    };
    for (const { target, start, end } of candidates.filter(isCue)) {
      const kind = CUES[target];
      if (kind) finding.cues[kind].push({ start });
      else finding.apart ??= apartBy(block.text, start, end);
    }
    return finding;
  }

  return {
    detect(written, { lang, isShown = () => true } = {}) {
      const blocks = written.map((block) => {
        const text = withoutOverridden(block.text);
        return text === block.text ? block : { ...block, text };
      });
      const pageLang = lang ?? guessLanguage(sampleOf(blocks));
      const findings = blocks.map((block, index) => {
        const finding = findIn(block, pageLang);
        finding.names = finding.names.filter(({ start, end }) => isShown(index, start, end));
        return finding;
      });
      const sources = {
        articles,
        kinds: dictionary.kinds,
        isInstrument: (target: string) =>
          target === 'treaty' || target === TARGETS.otherInstrument || instruments.has(target),
        languagesOf: (block: number) => languagesIn(blocks[block], pageLang),
      };
      const mentions: Mention[] = [];
      let relevant = false;
      for (const story of partIntoStories(blocks, findings)) {
        const treaty = resolveAntecedents(story, findings, instruments, (block) => blocks[block]?.text ?? '');
        if (treaty.mentions.length === 0) continue;
        relevant ||= story.place === 'main';
        for (const mention of mentionsOf(story, blocks, findings, treaty, sources)) mentions.push(mention);
      }
      mentions.sort((one, other) => one.block - other.block || one.start - other.start);
      return { relevant, mentions };
    },
  };
}
