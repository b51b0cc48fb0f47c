/** Chromium with the extension, driven by Playwright. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, CDPSession, Frame, Page, Worker } from '@playwright/test';
import { launchChromium as launchWithExtension } from '../../../tools/chromium.ts';
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

/** A node of the protocol's DOM tree, shadow roots of every kind included. */
interface DomNode {
  backendNodeId: number;
  nodeName: string;
  children?: DomNode[] | undefined;
  shadowRoots?: DomNode[] | undefined;
}

function findHost(node: DomNode): DomNode | undefined {
  // In XHTML, names of elements are told as they are written.
  if (node.nodeName.toUpperCase() === 'TREATY-LENS') return node;
  for (const child of node.children ?? []) {
    const found = findHost(child);
    if (found) return found;
  }
  return undefined;
}

class ChromiumTab implements Tab {
  readonly page: Page;
  readonly #session: CDPSession;
  /** The frame that is meant, and the address that it was given; the page itself by default. */
  readonly #part: { frame: Frame; url: string } | undefined;

  constructor(page: Page, session: CDPSession, part?: { frame: Frame; url: string }) {
    this.page = page;
    this.#session = session;
    this.#part = part;
  }

  run(expression: string): Promise<unknown> {
    return (this.#part?.frame ?? this.page).evaluate(expression);
  }

  async frame(url: string): Promise<Tab> {
    const frame = this.page.frame({ url });
    if (!frame) throw new Error(`The page has no frame of ${url}`);
    // A frame of another site is in a process of its own, which is spoken to on its own.
    return new ChromiumTab(this.page, await this.page.context().newCDPSession(frame), { frame, url });
  }

  async inCard<Args extends unknown[], Result>(
    call: PageFunction<[root: ShadowRoot, ...args: Args], Result>,
    ...args: Args
  ): Promise<Result | undefined> {
    const { root: document } = await this.#session.send('DOM.getDocument', { depth: -1, pierce: true });
    const root = findHost(document)?.shadowRoots?.[0];
    if (!root) return undefined;
    const { object } = await this.#session.send('DOM.resolveNode', { backendNodeId: root.backendNodeId });
    const { result, exceptionDetails } = await this.#session.send('Runtime.callFunctionOn', {
      ...(object.objectId !== undefined && { objectId: object.objectId }),
      functionDeclaration: `function(...args) { return (${call})(this, ...args); }`,
      arguments: args.map((value) => ({ value })),
      returnByValue: true,
      awaitPromise: true,
      userGesture: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Result;
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

  async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }

  async tap(point: Point): Promise<void> {
    await this.#touch('touchStart', point);
    await this.#touch('touchEnd');
  }

  async swipe(from: Point, to: Point): Promise<void> {
    await this.#touch('touchStart', from);
    for (const point of pointsBetween(from, to)) await this.#touch('touchMove', point);
    await this.#touch('touchEnd');
  }

  async pinch(at: Point, scaleFactor: number): Promise<void> {
    const fingers = (apart: number): Point[] => [-apart, apart].map((by) => ({ x: at.x + by, y: at.y }));
    await this.#touch('touchStart', ...fingers(30));
    await this.#touch('touchMove', ...fingers(30 * scaleFactor));
    await this.#touch('touchEnd');
    // Chromium without a screen to touch does not magnify by fingers.
    await this.#session.send('Emulation.setPageScaleFactor', { pageScaleFactor: scaleFactor });
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async paste(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  async pressKey(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  async print(on: boolean): Promise<void> {
    await this.page.emulateMedia({ media: on ? 'print' : null });
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

/**
 * A copy of the build that speaks one language alone. Chromium's own language cannot be chosen where its language packs
 * are not installed; the browser stays English, and takes the one language that the extension has. The dataset's texts,
 * which go by the browser's language, are therefore English.
 */
async function buildIn(lang: string): Promise<string> {
  const build = await mkdtemp(path.join(tmpdir(), 'treaty-lens-build-'));
  await cp(BUILDS.chromium, build, { recursive: true });
  const locale = lang.replace('-', '_');
  for (const other of await readdir(path.join(build, '_locales'))) {
    if (other !== locale) await rm(path.join(build, '_locales', other), { recursive: true });
  }
  const manifest = path.join(build, 'manifest.json');
  const entries = JSON.parse(await readFile(manifest, 'utf8')) as Record<string, unknown>;
  await writeFile(manifest, JSON.stringify({ ...entries, default_locale: locale }));
  return build;
}

/** What is started anew with every start of the browser. */
interface Session {
  context: BrowserContext;
  worker: Worker;
  origin: string;
  /** A page of the extension through which its interface is asked. */
  control: Page;
}

class ChromiumReader implements Reader {
  readonly #port: number;
  readonly #profile: string;
  readonly #build: string;
  #session: Session;
  #scheme: 'light' | 'dark' = 'light';
  #errors: string[] = [];

  private constructor(port: number, profile: string, build: string, session: Session) {
    this.#port = port;
    this.#profile = profile;
    this.#build = build;
    this.#session = session;
  }

  static async launch(port: number, lang: string): Promise<ChromiumReader> {
    const profile = await mkdtemp(path.join(tmpdir(), 'treaty-lens-chromium-'));
    const build = lang === 'en-US' ? BUILDS.chromium : await buildIn(lang);
    return new ChromiumReader(port, profile, build, await ChromiumReader.#start(port, profile, build));
  }

  static async #start(port: number, profile: string, build: string): Promise<Session> {
    const { context, worker, extensionId } = await launchWithExtension({
      extension: build,
      profile,
      headless: true,
      port,
      viewport: VIEWPORT,
      lang: 'en-US',
    });
    const origin = `chrome-extension://${extensionId}`;
    const control = context.pages()[0] ?? (await context.newPage());
    await control.goto(`${origin}/${CONTROL_PATH}`);
    return { context, worker, origin, control };
  }

  readonly #run = (expression: string): Promise<unknown> => this.#session.control.evaluate(expression);

  /** Collects errors of the extension's code in a page; Playwright's own events leave isolated worlds out. */
  async #listen(session: CDPSession): Promise<void> {
    const { origin } = this.#session;
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      const { url, stackTrace, exception, text } = exceptionDetails;
      const places = [url, ...(stackTrace?.callFrames ?? []).map((frame) => frame.url)];
      if (places.some((place) => place?.startsWith(origin))) this.#errors.push(exception?.description ?? text);
    });
    session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
      const ours = stackTrace?.callFrames.some(({ url }) => url.startsWith(origin));
      if (ours && (type === 'error' || type === 'assert'))
        this.#errors.push(args.map(({ value, description }) => description ?? value).join(' '));
    });
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.level === 'error' && entry.url?.startsWith(origin)) this.#errors.push(entry.text);
    });
    await session.send('Runtime.enable');
    await session.send('Log.enable');
  }

  async #newTab(): Promise<ChromiumTab> {
    const page = await this.#session.context.newPage();
    await page.emulateMedia({ colorScheme: this.#scheme });
    const session = await this.#session.context.newCDPSession(page);
    await this.#listen(session);
    return new ChromiumTab(page, session);
  }

  async openPage(url: string): Promise<ReaderPage> {
    const tab = await this.#newTab();
    await tab.page.goto(url, { waitUntil: 'load' });
    await tab.bringToFront();
    return new ReaderPage(tab, url);
  }

  async openPopup(page: ReaderPage): Promise<PopupPage> {
    const tab = await this.#newTab();
    await tab.setViewport(POPUP_VIEWPORT.width, POPUP_VIEWPORT.height);
    await tab.page.goto(`${this.#session.origin}/popup.html?tab=${await tabIdOf(this.#run, page.url)}`);
    return new PopupPage(tab);
  }

  async command(page: ReaderPage, name: Command): Promise<void> {
    await page.tab.bringToFront();
    // Keys that a test presses reach the page but not the browser's shortcuts, so that the event which the shortcut
    // would raise is raised here.
    await this.#session.worker.evaluate(`chrome.commands.onCommand.dispatch(${JSON.stringify(name)})`);
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
    this.#scheme = scheme;
    for (const page of this.#session.context.pages()) await page.emulateMedia({ colorScheme: scheme });
  }

  async errors(): Promise<string[]> {
    return [...this.#errors];
  }

  async updateExtension(): Promise<void> {
    const { context, origin } = this.#session;
    const next = context.waitForEvent('serviceworker');
    // Pages of the extension go with it, so that one of the browser's own is asked; it reloads what developers load.
    const control = await context.newPage();
    await control.goto('chrome://extensions');
    await control.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
    await control.evaluate(`chrome.developerPrivate.reload('${new URL(origin).host}', { failQuietly: true })`);
    this.#session.worker = await next;
    await control.goto(`${origin}/${CONTROL_PATH}`);
    this.#session.control = control;
  }

  async removeExtension(): Promise<void> {
    const { control, worker } = this.#session;
    const gone = control.waitForEvent('close');
    void worker.evaluate('chrome.management.uninstallSelf()').catch(() => {});
    await gone;
  }

  async reset(): Promise<void> {
    const { context, control } = this.#session;
    for (const page of context.pages()) if (page !== control) await page.close();
    await storeSettings(this.#run, undefined);
    this.#scheme = 'light';
    this.#errors = [];
  }

  async restart(): Promise<void> {
    await this.#session.context.close();
    this.#session = await ChromiumReader.#start(this.#port, this.#profile, this.#build);
  }

  async close(): Promise<void> {
    await this.#session.context.close();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
    if (this.#build !== BUILDS.chromium) await rm(this.#build, { recursive: true });
  }
}

/**
 * Starts Chromium with the extension and an empty profile.
 * @param port of the server that stands for the whole web
 * @param lang of the extension's interface (BCP 47)
 */
export function launchChromium(port: number, lang: string): Promise<Reader> {
  return ChromiumReader.launch(port, lang);
}
