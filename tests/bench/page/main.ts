/** The benchmark's end in the page. It is called from outside, by `PageBench`. */

import type { PageMention } from '../../../lib/annotation/page-mentions.ts';
import underline from '../../../lib/annotation/underline.css?inline';
import { createDetector, type Detector } from '../../../lib/detection/detect.ts';
import type { Dictionary } from '../../../lib/detection/dictionary.ts';
import { type RivalRun, wrapByExpression, wrapByMarkJs } from './rivals.ts';
import { askGate, findAll, paintAll, readBlocks, readText, siftText, walkText } from './sides.ts';
import { sunk, type Times, timeOf, timeRounds } from './timing.ts';

/** Work that leaves the page as it is, by name. */
export type Side = 'text' | 'walk' | 'sieve' | 'gate' | 'flow' | 'find' | 'paint';
/** What the gate does, beside the floor. */
export type GateSide = 'text' | 'sieve' | 'gate';
/** Work that changes the page, by name. */
export type Rival = 'expression' | 'markjs';

/** What was measured of a page. */
export interface PageTimes {
  /** UTF-16 units of the body's text. */
  units: number;
  mentions: number;
  /** Whether the gate lets the annotator in. */
  admitted: boolean;
  /** Making the detector from the dictionary, once for a page, in milliseconds. */
  detector: number;
  sides: Record<Side, Times>;
}

/** What was measured of a page that only the gate reads. */
export interface GateTimes {
  units: number;
  admitted: boolean;
  sides: Record<GateSide, Times>;
}

/** What the benchmark calls. Everything is plain data, for it crosses the browser's border. */
export interface PageBench {
  timeSides(dictionary: Dictionary, rounds: number): PageTimes;
  /** The gate alone beside the floor, for pages that it keeps the rest from. */
  timeGate(rounds: number): GateTimes;
  /** Finding alone, for growth. */
  timeFinding(dictionary: Dictionary, rounds: number): { units: number; mentions: number; find: Times };
  /**
   * Each rival's first run on a fresh copy of the page, and a second one on another, both stopped alike.
   * @param cap in milliseconds
   */
  runRivals(names: readonly string[], cap: number): Record<Rival, { cold: RivalRun; warm: RivalRun }>;
  /** Finds mentions and keeps them; how many. */
  find(dictionary: Dictionary): number;
  /** Paints what was kept. */
  paint(): number;
  /** A number that depends on all that was timed. */
  sunk(): number;
}

const RIVALS: Record<Rival, (names: readonly string[], cap: number) => RivalRun> = {
  expression: wrapByExpression,
  markjs: wrapByMarkJs,
};

function addUnderline(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(underline);
  document.adoptedStyleSheets.push(sheet);
}

let kept: readonly PageMention[] = [];

const bench: PageBench = {
  timeSides(dictionary, rounds) {
    addUnderline();
    let detector: Detector | undefined;
    const made = timeOf(() => {
      detector = createDetector(dictionary);
      return 1;
    });
    const ready = detector as unknown as Detector;
    let mentions = 0;
    let found: ReturnType<typeof findAll> = [];
    const sides = timeRounds<Side>(
      {
        text: readText,
        walk: walkText,
        sieve: siftText,
        gate: askGate,
        // Before the flow by itself, so that the first finding is a first reading too.
        find: () => {
          found = findAll(ready);
          mentions = found.length;
          return mentions;
        },
        flow: readBlocks,
        paint: () => paintAll(found),
      },
      rounds,
    );
    return { units: readText(), mentions, admitted: askGate() === 1, detector: made, sides };
  },
  timeGate(rounds) {
    const sides = timeRounds<GateSide>({ text: readText, sieve: siftText, gate: askGate }, rounds);
    return { units: readText(), admitted: askGate() === 1, sides };
  },
  timeFinding(dictionary, rounds) {
    const detector = createDetector(dictionary);
    let mentions = 0;
    const { find } = timeRounds({ find: () => (mentions = findAll(detector).length) }, rounds);
    return { units: readText(), mentions, find };
  },
  runRivals(names, cap) {
    const original = document.body.cloneNode(true);
    const runOn = (rival: Rival) => {
      document.body.replaceWith(original.cloneNode(true));
      return RIVALS[rival](names, cap);
    };
    const runTwice = (rival: Rival) => {
      const cold = runOn(rival);
      return { cold, warm: runOn(rival) };
    };
    return { expression: runTwice('expression'), markjs: runTwice('markjs') };
  },
  find(dictionary) {
    addUnderline();
    kept = findAll(createDetector(dictionary));
    return kept.length;
  },
  paint: () => paintAll(kept),
  sunk,
};

(globalThis as unknown as { treatyLensBench: PageBench }).treatyLensBench = bench;
