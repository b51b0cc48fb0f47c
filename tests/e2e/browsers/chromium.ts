/** Chromium with the extension, driven by Playwright. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, CDPSession, Page, Worker } from '@playwright/test';
import { launchChromium as launchWithExtension } from '../../../tools/chromium.ts';
import { BUILDS } from '../paths.ts';
import { answers, badgeOf, CONTROL_PATH, shortcutOf, storeSettings, tabIdOf } from './extension-api.ts';
import { PopupPage } from './popup-page.ts';
import type { Command, PageFunction, Point, Reader, StoredSettings, Tab } from './reader.ts';
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
  if (node.nodeName === 'TREATY-LENS') return node;
  for (const child of node.children ?? []) {
    const found = findHost(child);
    if (found) return found;
  }
  return undefined;
}

class ChromiumTab implements Tab {
  readonly page: Page;
  readonly #session: CDPSession;

  constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  run(expression: string): Promise<unknown> {
    return this.page.evaluate(expression);
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
    await this.page.mouse.move(x, y, { steps: 3 });
  }

  async pressButton(): Promise<void> {
    await this.page.mouse.down();
  }

  async releaseButton(): Promise<void> {
    await this.page.mouse.up();
  }

  async pressKey(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
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
  #session: Session;
  #scheme: 'light' | 'dark' = 'light';
  #errors: string[] = [];

  private constructor(port: number, profile: string, session: Session) {
    this.#port = port;
    this.#profile = profile;
    this.#session = session;
  }

  static async launch(port: number): Promise<ChromiumReader> {
    const profile = await mkdtemp(path.join(tmpdir(), 'treaty-lens-chromium-'));
    return new ChromiumReader(port, profile, await ChromiumReader.#start(port, profile));
  }

  static async #start(port: number, profile: string): Promise<Session> {
    const { context, worker, extensionId } = await launchWithExtension({
      extension: BUILDS.chromium,
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
    this.#session = await ChromiumReader.#start(this.#port, this.#profile);
  }

  async close(): Promise<void> {
    await this.#session.context.close();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Starts Chromium with the extension and an empty profile.
 * @param port of the server that stands for the whole web
 */
export function launchChromium(port: number): Promise<Reader> {
  return ChromiumReader.launch(port);
}
