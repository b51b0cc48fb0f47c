/** Firefox with the extension, driven by puppeteer-core over WebDriver BiDi. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { findBrowser } from '../../../tools/find-browser.mjs';
import { BUILDS } from '../paths.ts';
import { answers, badgeOf, CONTROL_PATH, shortcutOf, storeSettings, tabIdOf } from './extension-api.ts';
import { PopupPage } from './popup-page.ts';
import {
  type Command,
  type PageFunction,
  type Point,
  placeOfFrame,
  pointsBetween,
  type Reader,
  type StoredSettings,
  type Tab,
} from './reader.ts';
import { ReaderPage } from './reader-page.ts';

const VIEWPORT = { width: 1000, height: 600 };
const POPUP_VIEWPORT = { width: 360, height: 700 };
const EXTENSION_ID = 'treaty-lens@treaty-lens.org';
/** Firefox gives every installation a host name of its own; the tests choose it beforehand. */
const HOST = '11111111-2222-4333-8444-555555555555';
const ORIGIN = `moz-extension://${HOST}`;
/** Time within which a page of the extension is there, in milliseconds. */
const LOAD_TIMEOUT = 10_000;

/** Answers of WebDriver BiDi's script module, as far as they are read here. */
interface ScriptResult {
  type: 'success' | 'exception';
  result?: { type: string; value?: unknown };
  exceptionDetails?: { text: string };
}

/** What puppeteer keeps to itself: the BiDi connection and the ids of browsing contexts. */
interface Connection {
  send(method: string, params: Record<string, unknown>): Promise<{ result: unknown }>;
}
const connectionOf = (browser: Browser) => (browser as unknown as { connection: Connection }).connection;
const contextOf = (frame: Frame) => (frame as unknown as { _id: string })._id;

/** Evaluates an expression in the browser's own window. */
async function inBrowser(browser: Browser, expression: string): Promise<unknown> {
  const connection = connectionOf(browser);
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as {
    contexts: { context: string; url: string }[];
  };
  const context = tree.contexts.find(({ url }) => url.endsWith('browser.xhtml'))?.context;
  const { result } = await connection.send('script.evaluate', {
    expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
    target: { context },
    awaitPromise: true,
  });
  const { type, result: value, exceptionDetails } = result as ScriptResult;
  if (type === 'exception') throw new Error(exceptionDetails?.text);
  return JSON.parse(value?.value as string);
}

class FirefoxTab implements Tab {
  readonly page: Page;

  /** The frame that is meant, and the address that it was given; the page itself by default. */
  readonly #part: { frame: Frame; url: string } | undefined;

  constructor(page: Page, part?: { frame: Frame; url: string }) {
    this.page = page;
    this.#part = part;
  }

  run(expression: string): Promise<unknown> {
    return (this.#part?.frame ?? this.page).evaluate(expression);
  }

  async frame(url: string): Promise<Tab> {
    const frame = this.page.frames().find((one) => one.url() === url);
    if (!frame) throw new Error(`The page has no frame of ${url}`);
    return new FirefoxTab(this.page, { frame, url });
  }

  async #script(method: string, params: Record<string, unknown>): Promise<ScriptResult['result']> {
    const { result } = await connectionOf(this.page.browser()).send(method, {
      target: { context: contextOf(this.#part?.frame ?? this.page.mainFrame()) },
      awaitPromise: true,
      userActivation: true,
      ...params,
    });
    const { type, exceptionDetails, result: value } = result as ScriptResult;
    if (type === 'exception') throw new Error(exceptionDetails?.text);
    return value;
  }

  async inCard<Args extends unknown[], Result>(
    call: PageFunction<[root: ShadowRoot, ...args: Args], Result>,
    ...args: Args
  ): Promise<Result | undefined> {
    const host = await this.#script('script.evaluate', {
      expression: `document.querySelector('treaty-lens')`,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    });
    const { shadowRoot } = (host?.value ?? {}) as { shadowRoot?: { sharedId: string } | null };
    if (!shadowRoot) return undefined;
    // JSON both ways spares BiDi's own notation for values.
    const result = await this.#script('script.callFunction', {
      functionDeclaration: `async (root, args) => JSON.stringify(await (${call})(root, ...JSON.parse(args)))`,
      arguments: [{ sharedId: shadowRoot.sharedId }, { type: 'string', value: JSON.stringify(args) }],
    });
    return result?.type === 'string' ? (JSON.parse(result.value as string) as Result) : undefined;
  }

  async moveTo({ x, y }: Point): Promise<void> {
    const from = this.#part ? ((await this.page.evaluate(placeOfFrame(this.#part.url))) as Point) : { x: 0, y: 0 };
    await this.page.mouse.move(from.x + x, from.y + y, { steps: 3 });
  }

  async pressButton(button: 'left' | 'right' = 'left'): Promise<void> {
    await this.page.mouse.down({ button });
  }

  async releaseButton(button: 'left' | 'right' = 'left'): Promise<void> {
    await this.page.mouse.up({ button });
  }

  async tap({ x, y }: Point): Promise<void> {
    await this.page.touchscreen.tap(x, y);
  }

  async swipe(from: Point, to: Point): Promise<void> {
    await this.#touch([[from, ...pointsBetween(from, to)]]);
  }

  async pinch(at: Point, factor: number): Promise<void> {
    const NEAR = 30;
    await this.#touch(
      [-1, 1].map((side) => {
        const near = { x: at.x + side * NEAR, y: at.y };
        return [near, ...pointsBetween(near, { x: at.x + side * NEAR * factor, y: at.y })];
      }),
    );
  }

  /**
   * Moves fingers along points, each along its own. Touches over BiDi reach the page as events only; these go through
   * the browser's window, which makes gestures of them, as of a hand's.
   */
  async #touch(fingers: Point[][]): Promise<void> {
    await inBrowser(
      this.page.browser(),
      `(async () => {
        const { windowUtils, gBrowser } = window;
        const box = gBrowser.selectedBrowser.getBoundingClientRect();
        const touch = (finger, state, { x, y }) => windowUtils.sendNativeTouchPoint(
          finger + 1, state, window.mozInnerScreenX + box.x + x, window.mozInnerScreenY + box.y + y, 1, 90);
        const fingers = ${JSON.stringify(fingers)};
        for (const step of fingers[0].keys()) {
          for (const [finger, points] of fingers.entries()) touch(finger, windowUtils.TOUCH_CONTACT, points[step]);
          await new Promise((resolve) => window.requestAnimationFrame(resolve));
        }
        for (const [finger, points] of fingers.entries()) touch(finger, windowUtils.TOUCH_REMOVE, points.at(-1));
      })()`,
    );
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async paste(): Promise<void> {
    const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';
    await this.page.keyboard.down(modifier);
    await this.page.keyboard.press('v');
    await this.page.keyboard.up(modifier);
  }

  async pressKey(key: 'Escape' | 'Tab' | 'Enter'): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.page.setViewport({ width, height });
  }

  async print(on: boolean): Promise<void> {
    // BiDi has no such emulation; the browser's own developer tools set the same.
    const medium = on ? 'print' : '';
    await inBrowser(
      this.page.browser(),
      `void (gBrowser.selectedBrowser.browsingContext.mediumOverride = '${medium}')`,
    );
  }

  screenshot(): Promise<Uint8Array> {
    return this.page.screenshot();
  }

  async bringToFront(): Promise<void> {
    await this.page.bringToFront();
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

/** Opens a page of the extension. `page.goto` never ends there, for the tab changes its process on the way. */
async function openExtensionPage(
  browser: Browser,
  file: string,
  viewport: { width: number; height: number },
): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  const url = `${ORIGIN}/${file}`;
  connectionOf(browser)
    .send('browsingContext.navigate', { context: contextOf(page.mainFrame()), url, wait: 'none' })
    .catch(() => {}); // Whether it went there is asked below.
  const deadline = Date.now() + LOAD_TIMEOUT;
  const isThere = `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`;
  while (Date.now() < deadline) {
    // A context that is being replaced cannot be asked; its successor can.
    if (await page.evaluate(isThere).catch(() => false)) return page;
  }
  throw new Error(`${url} did not load`);
}

/**
 * Has the browser speak a language of which it has no pack: its own windows stay English, but what asks for the language
 * of the interface, as extensions do, is told this one.
 */
async function speak(browser: Browser, lang: string): Promise<void> {
  await inBrowser(
    browser,
    `(() => {
      Services.locale.availableLocales = ['en-US', '${lang}'];
      Services.locale.requestedLocales = ['${lang}'];
    })()`,
  );
}

/** What is started anew with every start of the browser. */
interface Session {
  browser: Browser;
  /** A page of the extension through which its interface is asked. */
  control: Page;
}

class FirefoxReader implements Reader {
  readonly #port: number;
  readonly #profile: string;
  readonly #lang: string;
  #session: Session;
  #errors: string[] = [];
  /** Messages of the browser's console that were there at the last reset. */
  #seen = 0;

  private constructor(port: number, profile: string, lang: string, session: Session) {
    this.#port = port;
    this.#profile = profile;
    this.#lang = lang;
    this.#session = session;
  }

  static async launch(port: number, lang: string): Promise<FirefoxReader> {
    const profile = await mkdtemp(path.join(tmpdir(), 'treaty-lens-firefox-'));
    return new FirefoxReader(port, profile, lang, await FirefoxReader.#start(port, profile, lang));
  }

  static async #start(port: number, profile: string, lang: string): Promise<Session> {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: (await findBrowser('firefox')) ?? '',
      headless: true,
      userDataDir: profile,
      defaultViewport: VIEWPORT,
      // Lets the tests open pages of the extension and press keys that the browser itself hears.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': port,
        'network.proxy.no_proxies_on': '',
        'network.proxy.allow_hijacking_localhost': true,
        'intl.locale.requested': 'en-US',
        'layout.css.prefers-color-scheme.content-override': 1,
        'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: HOST }),
      },
    });
    if (lang !== 'en-US') await speak(browser, lang);
    await browser.installExtension(BUILDS.firefox);
    return { browser, control: await openExtensionPage(browser, CONTROL_PATH, VIEWPORT) };
  }

  readonly #run = (expression: string): Promise<unknown> => this.#session.control.evaluate(expression);

  #inBrowser(expression: string): Promise<unknown> {
    return inBrowser(this.#session.browser, expression);
  }

  async #newTab(): Promise<FirefoxTab> {
    const page = await this.#session.browser.newPage();
    page.on('console', (message) => {
      const ours = message.stackTrace().some(({ url }) => url?.startsWith(ORIGIN));
      if (ours && (message.type() === 'error' || message.type() === 'assert')) this.#errors.push(message.text());
    });
    return new FirefoxTab(page);
  }

  async openPage(url: string): Promise<ReaderPage> {
    const tab = await this.#newTab();
    await tab.page.goto(url, { waitUntil: 'load' });
    await tab.bringToFront();
    return new ReaderPage(tab, url);
  }

  async openPopup(page: ReaderPage): Promise<PopupPage> {
    const file = `popup.html?tab=${await tabIdOf(this.#run, page.url)}`;
    return new PopupPage(new FirefoxTab(await openExtensionPage(this.#session.browser, file, POPUP_VIEWPORT)));
  }

  async command(page: ReaderPage, name: Command): Promise<void> {
    await page.tab.bringToFront();
    const shortcut = await this.shortcut(name);
    const key = /^Alt\+Shift\+([A-Z])$/.exec(shortcut)?.[1];
    if (!key) throw new Error(`"${shortcut}" is no shortcut that the test knows to press for ${name}`);
    // Keys pressed over BiDi reach the page only; these go through the browser's window, as the keyboard's do.
    const done = await this.#inBrowser(`(() => {
      const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      if (!keyboard.beginInputTransactionForTests(window)) return false;
      const alt = new KeyboardEvent('', { key: 'Alt', code: 'AltLeft', keyCode: 18 });
      const shift = new KeyboardEvent('', { key: 'Shift', code: 'ShiftLeft', keyCode: 16 });
      const letter = new KeyboardEvent('', { key: '${key}', code: 'Key${key}', keyCode: ${key.charCodeAt(0)} });
      for (const event of [alt, shift, letter]) keyboard.keydown(event);
      for (const event of [letter, shift, alt]) keyboard.keyup(event);
      return true;
    })()`);
    if (!done) throw new Error('The browser window takes no keys');
  }

  shortcut(name: Command): Promise<string> {
    return shortcutOf(this.#run, name);
  }

  async badge(page: ReaderPage): Promise<string> {
    return badgeOf(this.#run, await tabIdOf(this.#run, page.url));
  }

  async hasAnnotator(page: ReaderPage): Promise<boolean> {
    return answers(this.#run, await tabIdOf(this.#run, page.url));
  }

  setSettings(settings: StoredSettings): Promise<void> {
    return storeSettings(this.#run, settings);
  }

  async setColourScheme(scheme: 'light' | 'dark'): Promise<void> {
    // 0 is dark and 1 is light to Firefox; BiDi has no such emulation there.
    const value = scheme === 'dark' ? 0 : 1;
    await this.#inBrowser(`Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${value})`);
  }

  /**
   * Script errors of the extension in the browser's console, those of all its processes. That the page through which the
   * interface is asked, a script shown as text, declares no encoding, is none.
   */
  async #scriptErrors(): Promise<string[]> {
    return (await this.#inBrowser(`Services.console.getMessageArray()
      .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag))
      .filter(({ sourceName }) => sourceName.startsWith('${ORIGIN}'))
      .filter(({ category }) => !category.startsWith('CSP'))
      .filter(({ errorMessage }) => !errorMessage.startsWith('The character encoding'))
      .map(({ errorMessage, sourceName, lineNumber }) => errorMessage + ' ' + sourceName + ':' + lineNumber)`)) as string[];
  }

  async errors(): Promise<string[]> {
    return [...this.#errors, ...(await this.#scriptErrors()).slice(this.#seen)];
  }

  async updateExtension(): Promise<void> {
    const { browser } = this.#session;
    await browser.installExtension(BUILDS.firefox);
    this.#session.control = await openExtensionPage(browser, CONTROL_PATH, VIEWPORT);
  }

  async removeExtension(): Promise<void> {
    await this.#session.browser.uninstallExtension(EXTENSION_ID);
  }

  async reset(): Promise<void> {
    const { browser, control } = this.#session;
    for (const page of await browser.pages()) if (page !== control) await page.close();
    await storeSettings(this.#run, undefined);
    await this.setColourScheme('light');
    this.#errors = [];
    this.#seen = (await this.#scriptErrors()).length;
  }

  async restart(): Promise<void> {
    await this.#session.browser.close();
    this.#session = await FirefoxReader.#start(this.#port, this.#profile, this.#lang);
    this.#seen = 0;
  }

  async close(): Promise<void> {
    await this.#session.browser.close();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Starts Firefox with the extension and an empty profile.
 * @param port of the server that stands for the whole web
 * @param lang of the browser's interface (BCP 47)
 */
export function launchFirefox(port: number, lang: string): Promise<Reader> {
  return FirefoxReader.launch(port, lang);
}
