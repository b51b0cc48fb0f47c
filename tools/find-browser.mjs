/** Where a browser's program is. Plain JavaScript, for the setup runs before TypeScript can. */
import { existsSync } from 'node:fs';

/** The browsers that tests and demo drive. */
export const BROWSERS = {
  chromium: {
    variable: 'TREATY_LENS_CHROMIUM',
    debian: 'chromium',
    advice: 'Chromium (on Debian: apt-get install chromium; elsewhere: npx playwright install chromium)',
    places: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
  },
  firefox: {
    variable: 'TREATY_LENS_FIREFOX',
    debian: 'firefox-esr',
    advice: 'Firefox 149 or newer (on Debian: apt-get install firefox-esr)',
    places: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/snap/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
  },
};

/** Playwright's own Chromium; its Firefox is patched and takes no extensions. */
async function playwrightChromium() {
  try {
    const { chromium } = await import('@playwright/test');
    return chromium.executablePath();
  } catch {
    return undefined; // Dependencies are not installed yet.
  }
}

/**
 * The program of a browser: the one that the environment names, Playwright's own, or the system's.
 * @param {keyof typeof BROWSERS} name
 * @returns {Promise<string | undefined>} its path, or undefined where none is installed
 */
export async function findBrowser(name) {
  const { variable, places } = BROWSERS[name];
  const candidates = [process.env[variable], name === 'chromium' ? await playwrightChromium() : undefined, ...places];
  return candidates.find((path) => path && existsSync(path));
}
