/** Chromium with the extension in it, for the demo and the end-to-end tests. */
import { type BrowserContext, chromium, type Worker } from '@playwright/test';
import { findBrowser } from './find-browser.mjs';

/** Keeps the browser from asking its makers' servers for anything. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface ChromiumOptions {
  /** Folder of the unpacked build. */
  extension: string;
  /** Profile folder; empty for one that is thrown away. */
  profile?: string;
  headless: boolean;
  /** Port on this machine that answers for every host name; without it names are resolved as usual. */
  port?: number;
  viewport?: { width: number; height: number } | null;
  /** Language of the browser's interface, and so of the extension's; a BCP 47 tag. Default: the system's. */
  lang?: string;
  /** Asks pages and cards to stand still, so that a screenshot shows them as they come to rest. */
  still?: boolean;
}

export interface ExtendedChromium {
  context: BrowserContext;
  /** The extension's background. */
  worker: Worker;
  extensionId: string;
}

/**
 * Starts Chromium with the extension.
 * @throws {Error} when no Chromium is installed
 */
export async function launchChromium(options: ChromiumOptions): Promise<ExtendedChromium> {
  const { extension, profile = '', headless, port, viewport = { width: 1100, height: 760 }, lang, still } = options;
  const executablePath = await findBrowser('chromium');
  if (executablePath === undefined) throw new Error('No Chromium is installed; run `node tools/setup.mjs chromium`.');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    // Playwright's own headless mode takes no extensions; Chromium's new one does.
    headless: false,
    // Pages that are left are kept for the way back, as in a reader's browser.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    viewport,
    ...(still && { reducedMotion: 'reduce' }),
    args: [
      ...(headless ? ['--headless=new'] : []),
      ...QUIET,
      // Chromium's sandbox does not start as root, which is who runs tests in a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(lang === undefined ? [] : [`--lang=${lang}`]),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(port === undefined ? [] : [`--host-resolver-rules=MAP * 127.0.0.1:${port}`]),
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return { context, worker, extensionId: new URL(worker.url()).host };
}
