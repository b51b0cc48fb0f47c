/**
 * Finds the mentions of a page: which words of which block name which entity.
 *
 * Most of a page is not about the treaty, and nothing in it will be underlined. So the treaty's names are looked for
 * first, and all others only in the stories that have one.
 */
import { resolveAntecedents } from './antecedents.ts';
import { createArticleReader } from './articles.ts';
import { mentionsOf } from './context.ts';
import { joinDemonyms } from './demonyms.ts';
import { type Dictionary, TARGETS } from './dictionary.ts';
import { createFigureReader } from './figures.ts';
import type { Block } from './flow.ts';
import { letter, withoutOverridden } from './fold.ts';
import { guessLanguage, languagesIn, primarySubtag, SAMPLE } from './language.ts';
import { createMatcher } from './matcher.ts';
import { Memory, type Remembered } from './memory.ts';
import type { Apart, BlockFinding, CueKind, Mention } from './mention.ts';
import { isCue, resolveOverlaps } from './overlap.ts';
import { finish, type Steps } from './steps.ts';
import { partDigest, partIntoStories, type Story } from './stories.ts';
import { isAboutTreaty } from './subject.ts';
import { type TreatyFigure, treatyFigures } from './treaty-figures.ts';

/** What is found, each list in the order of the page. */
export interface Found {
  mentions: Mention[];
  /** How many signed, ratified, voted or must ratify, in stories about the treaty. */
  figures: TreatyFigure[];
}

export interface Detection extends Found {
  /** Whether the page's main text names the treaty. */
  relevant: boolean;
}

export interface DetectionOptions {
  /** The page's language as declared: a BCP 47 tag. Blocks may declare their own. Default: told from the text. */
  lang?: string | undefined;
  /** Whether a reader sees the words: of every candidate and figure, asked once each. Default: always. */
  isShown?: (block: number, start: number, end: number) => boolean;
  /** Whether the reader has a block before them; stories that have one are read first. Asked of a few blocks. */
  isInView?: (block: number) => boolean;
  /** What this detector has read before: texts that are there still are not read again. Default: nothing. */
  memory?: Memory;
}

/** A detector, ready to read pages. */
export interface Detector {
  /** Finds every mention that would be underlined at "each mention". Never throws, whatever the text. */
  detect<Source>(blocks: readonly Block<Source>[], options?: DetectionOptions): Detection;
  /**
   * As `detect`, in steps of a tenth of a millisecond, or a few milliseconds on a first reading. Once, when the stories
   * in view are done and others are left, yields what they mention: which mentions a story has is known when all of it
   * is read, and is changed by no other.
   */
  detectInSteps<Source>(blocks: readonly Block<Source>[], options?: DetectionOptions): Steps<Detection, Found>;
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
function apartBy(text: string, start: number, end: number): Apart | undefined {
  if (letter().test(text.slice(0, start))) return undefined;
  return letter().test(text.slice(end)) ? 'alone' : 'label';
}

/** The language of a block: a primary subtag. */
function languageOf<Source>(block: Block<Source>, pageLang: string): string {
  return primarySubtag(block.lang ?? pageLang) ?? 'en';
}

function inOrder<Placed extends { block: number; start: number }>(placed: readonly Placed[]): Placed[] {
  return placed.toSorted((one, other) => one.block - other.block || one.start - other.start);
}

/** Makes a detector from the compiled dictionary. */
export function createDetector(dictionary: Dictionary): Detector {
  /** The treaty's names, without words like "the treaty". */
  const treatyNames = createMatcher(dictionary, (target, strength) => target === 'treaty' && strength !== 'generic');
  /** Words that set a block apart. */
  const labels = createMatcher(dictionary, (target) => target === TARGETS.apart);
  /** All names and cues but labels. */
  const allNames = createMatcher(dictionary, (target) => target !== TARGETS.apart);
  const instruments = new Set(dictionary.instruments);
  const articles = createArticleReader(dictionary.articles);
  const reader = createFigureReader(dictionary.figures);

  function* findIn(text: string, language: string): Steps<BlockFinding> {
    const candidates = yield* allNames.scanInSteps(text, language);
    const finding: BlockFinding = {
      names: resolveOverlaps(joinDemonyms(candidates, text)),
      cues: { un: [], story: [], elsewhere: [] },
    };
    for (const { target, start } of candidates.filter(isCue)) {
      const kind = CUES[target];
      if (kind) finding.cues[kind].push({ start });
    }
    return finding;
  }

  function apartOf(text: string, language: string): Apart | undefined {
    for (const { start, end } of labels.scanHead(text, language)) {
      const apart = apartBy(text, start, end);
      if (apart) return apart;
    }
    return undefined;
  }

  /**
   * The stories that may be about the treaty, for they have one of its names, in the order of the page.
   * @param known of each block
   */
  function* storiesWithTreaty<Source>(blocks: readonly Block<Source>[], known: readonly Remembered[]): Steps<Story[]> {
    const aparts: (Apart | undefined)[] = [];
    for (const [index, { text }] of blocks.entries()) {
      const remembered = known[index] as Remembered;
      if (remembered.apart === undefined) remembered.apart = apartOf(text, remembered.language) ?? null;
      aparts.push(remembered.apart ?? undefined);
      yield;
    }
    const stories: Story[] = [];
    for (const story of partIntoStories(blocks, aparts)) {
      for (const index of story.blocks) {
        const block = blocks[index];
        if (!block) continue;
        const remembered = known[index] as Remembered;
        remembered.namesTreaty ??= (yield* treatyNames.scanInSteps(block.text, remembered.language, 1)).length > 0;
        if (!remembered.namesTreaty) continue;
        stories.push(story);
        break;
      }
    }
    return stories;
  }

  function* detectInSteps<Source>(
    written: readonly Block<Source>[],
    { lang, isShown = () => true, isInView = () => true, memory = new Memory() }: DetectionOptions = {},
  ): Steps<Detection, Found> {
    const blocks = written.map((block) => {
      const text = withoutOverridden(block.text);
      return text === block.text ? block : { ...block, text };
    });
    const pageLang = lang ?? guessLanguage(sampleOf(blocks));
    const findings: (BlockFinding | undefined)[] = [];
    const known: Remembered[] = [];
    for (const block of blocks) {
      known.push(memory.of(block.text, languageOf(block, pageLang)));
      yield;
    }
    const textOf = (block: number) => blocks[block]?.text ?? '';
    const isInstrument = (target: string) =>
      target === 'treaty' || target === TARGETS.otherInstrument || instruments.has(target);
    function* referencesIn(block: number) {
      const remembered = known[block] as Remembered;
      remembered.references ??= yield* articles.readInSteps(textOf(block), languagesIn(remembered.language));
      return remembered.references;
    }
    const figuresIn = (block: number) => {
      const remembered = known[block] as Remembered;
      remembered.figures ??= reader.read(textOf(block), languagesIn(remembered.language));
      return remembered.figures;
    };
    const sources = { referencesIn, kinds: dictionary.kinds, isInstrument };
    const isOther = (target: string) => target !== 'treaty' && isInstrument(target);
    const mentions: Mention[] = [];
    const figures: TreatyFigure[] = [];
    const found = () => ({ mentions: inOrder(mentions), figures: inOrder(figures) });
    let relevant = false;
    const stories = yield* storiesWithTreaty(blocks, known);
    const { near = [], far = [] } =
      stories.length > 1
        ? Object.groupBy(stories, (story) => (story.blocks.some(isInView) ? 'near' : 'far'))
        : { near: stories };
    for (const [number, whole] of [...near, ...far].entries()) {
      if (number === near.length && mentions.length > 0) yield found();
      for (const index of whole.blocks) {
        const remembered = known[index] as Remembered;
        remembered.finding ??= yield* findIn(textOf(index), remembered.language);
        const { names, cues } = remembered.finding;
        // What is shown is another matter with each reading.
        findings[index] = { names: names.filter(({ start, end }) => isShown(index, start, end)), cues };
        yield;
      }
      for (const story of yield* partDigest(whole, blocks, findings)) {
        const treaty = yield* resolveAntecedents(story, findings, instruments, textOf);
        if (treaty.mentions.length === 0) continue;
        relevant ||= story.place === 'main';
        const isSubject = yield* isAboutTreaty(story, blocks, treaty.mentions, known);
        const inStory = yield* mentionsOf(story, blocks, findings, treaty, isSubject, sources);
        for (const mention of inStory) mentions.push(mention);
        if (!isSubject) continue;
        for (const [block, ofBlock] of Map.groupBy(inStory, (mention) => mention.block)) {
          const others = findings[block]?.names.filter(({ target }) => isOther(target)) ?? [];
          for (const figure of treatyFigures(block, textOf(block), ofBlock, others, () => figuresIn(block))) {
            if (isShown(block, figure.start, figure.end)) figures.push(figure);
          }
          yield;
        }
      }
    }
    memory.turn();
    return { relevant, ...found() };
  }

  return { detectInSteps, detect: (blocks, options) => finish(detectInSteps(blocks, options)) };
}
