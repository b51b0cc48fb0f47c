/**
 * Which of the extension's scripts are in this frame already. The extension's scripts share an isolated world, which the page cannot
 * see, and meet here.
 */
import type { Detector } from '../detection/detect.ts';
import type { joinDictionary } from '../detection/dictionary.ts';
import type { FrameState } from '../messaging/messages.ts';
import type { Cards } from './card-view.ts';

/** What the others may ask of the annotator. */
export interface Present {
  start(): void;
  /** What it has found, and where the reader is. */
  state(): FrameState;
}

/** What finds names in texts, for the annotator. */
export interface Detection {
  /** Makes a detector of the parts of a dictionary that the page needs. */
  createDetector(...parts: Parameters<typeof joinDictionary>): Detector;
}

/** Names under which the extension's scripts find each other. */
interface World {
  treatyLensDetection?: Detection;
  treatyLensAnnotator?: Present;
  treatyLensCards?: Cards;
}

/** What is under a name of ours; in Chromium a page's element answers to its id where there is nothing else. */
function present<Name extends keyof World>(name: Name): World[Name] | undefined {
  return Object.hasOwn(globalThis, name) ? (globalThis as World)[name] : undefined;
}

/** The annotator that lives in this frame, if there is one. */
export function presentAnnotator(): Present | undefined {
  return present('treatyLensAnnotator');
}

/** Makes an annotator the one that lives in this frame. */
export function claimPage(annotator: Present): void {
  (globalThis as World).treatyLensAnnotator = annotator;
}

/** What finds names in this frame, if it is there. */
export function presentDetection(): Detection | undefined {
  return present('treatyLensDetection');
}

/** Makes it what finds names in this frame. */
export function provideDetection(detection: Detection): void {
  (globalThis as World).treatyLensDetection = detection;
}

/** What draws cards in this frame, if it is there. */
export function presentCards(): Cards | undefined {
  return present('treatyLensCards');
}

/** Makes it what draws cards in this frame. */
export function provideCards(cards: Cards): void {
  (globalThis as World).treatyLensCards = cards;
}
