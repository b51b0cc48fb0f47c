/** What a test can do with a browser that has the extension, the same in every browser. */
import type { Reading } from '../../../lib/settings/reading.ts';
import type { PopupPage } from './popup-page.ts';
import type { ReaderPage } from './reader-page.ts';

export interface Point {
  x: number;
  y: number;
}

/** A rectangle in CSS pixels of the viewport. */
export interface Rect extends Point {
  width: number;
  height: number;
}

/** Functions that are sent to a page as their source: they may use their arguments and the page's globals only. */
export type PageFunction<Args extends unknown[], Result> = (...args: Args) => Result | Promise<Result>;

/** One tab: the few things that each browser's protocol does in its own way. All else is built on them. */
export interface Tab {
  /** Evaluates a JavaScript expression in the page's own world, whatever its content security policy. */
  run(expression: string): Promise<unknown>;
  /**
   * Calls a function with the closed shadow root of the extension's element.
   * @returns undefined when the page has no such element
   */
  inCard<Args extends unknown[], Result>(
    call: PageFunction<[root: ShadowRoot, ...args: Args], Result>,
    ...args: Args
  ): Promise<Result | undefined>;
  /** The frame of the page that shows an address, of whatever site, as a tab whose points are those in the frame. */
  frame(url: string): Promise<Tab>;
  /** Moves the pointer there in a few steps, as a hand does. */
  moveTo(point: Point): Promise<void>;
  /** Presses the mouse's main button, or another, and keeps it pressed. */
  pressButton(button?: 'left' | 'right'): Promise<void>;
  releaseButton(button?: 'left' | 'right'): Promise<void>;
  /** Touches a point with a finger and lifts it at once. */
  tap(point: Point): Promise<void>;
  /** Touches a point with a finger, moves it in some steps to another, and lifts it there. */
  swipe(from: Point, to: Point): Promise<void>;
  /** Spreads two fingers about a point, so that the page is seen larger by about that factor. */
  pinch(at: Point, factor: number): Promise<void>;
  /** Presses and releases a key, named as in `KeyboardEvent.key`. */
  pressKey(key: 'Escape' | 'Tab' | 'Enter'): Promise<void>;
  /** Presses the keys that paste. */
  paste(): Promise<void>;
  /** Types a text, key by key. */
  type(text: string): Promise<void>;
  setViewport(width: number, height: number): Promise<void>;
  /** Has the page look as it does on paper, or on the screen again. */
  print(on: boolean): Promise<void>;
  /** A PNG image of the viewport. */
  screenshot(): Promise<Uint8Array>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

/** A keyboard command of the extension's manifest. */
export type Command = 'next-mention' | 'previous-mention' | 'enter-card';

/** Settings as the extension stores them. */
export interface StoredSettings {
  paused: boolean;
  sites: Record<string, 'on' | 'off'>;
  /** What is not given is as it is by default. */
  reading?: Partial<Reading>;
}

/** A browser with the extension in it. */
export interface Reader {
  /** Opens a page in a new tab in front, and waits until it has loaded. */
  openPage(url: string): Promise<ReaderPage>;
  /** Opens the toolbar popup as a tab of its own that speaks of the page. */
  openPopup(page: ReaderPage): Promise<PopupPage>;
  /** Gives a keyboard command to the page. */
  command(page: ReaderPage, name: Command): Promise<void>;
  /** The keys that the browser has bound to a command; empty when it has none. */
  shortcut(name: Command): Promise<string>;
  /** The text of the toolbar button's badge for the page's tab. */
  badge(page: ReaderPage): Promise<string>;
  /** Whether the annotator is in the page and answers. */
  hasAnnotator(page: ReaderPage): Promise<boolean>;
  /** Puts settings in place as if they had been chosen earlier. */
  setSettings(settings: StoredSettings): Promise<void>;
  setColourScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** Errors that the extension has thrown or logged since the last reset, anywhere in the browser. */
  errors(): Promise<string[]>;
  /** Loads the extension anew, as an update does, while pages stay open. */
  updateExtension(): Promise<void>;
  /** Removes the extension while pages stay open. It is back after a `restart`. */
  removeExtension(): Promise<void>;
  /** Closes every page and forgets all settings. */
  reset(): Promise<void>;
  /** Closes the browser and starts it again with the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Points of a finger's way, the last one its end. */
export function pointsBetween(from: Point, to: Point): Point[] {
  const STEPS = 8;
  return Array.from({ length: STEPS }, (_, index) => {
    const share = (index + 1) / STEPS;
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  });
}

/** The expression that tells where in its page the frame is that was given an address. */
export function placeOfFrame(url: string): string {
  return callOf(
    (wanted) => {
      const frame = Array.from(document.querySelectorAll('iframe')).find(({ src }) => src === wanted);
      if (!frame) throw new Error(`The page has no frame of ${wanted}`);
      const { x, y } = frame.getBoundingClientRect();
      return { x: x + frame.clientLeft, y: y + frame.clientTop };
    },
    [url],
  );
}

/** The expression that calls a function in a page. */
export function callOf<Args extends unknown[], Result>(call: PageFunction<Args, Result>, args: Args): string {
  return `(${call})(...${JSON.stringify(args)})`;
}
