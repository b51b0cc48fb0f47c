/** Runs once before all tests: says what is missing, rather than let every test fail on it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FullConfig } from '@playwright/test';
import { findBrowser } from '../../tools/find-browser.mjs';
import { type BrowserName, BUILDS } from './paths.ts';

const BUILD_COMMANDS: Readonly<Record<BrowserName, string>> = {
  chromium: 'wxt build',
  firefox: 'wxt build -b firefox',
};

/** Checks that every browser and its build of the extension are there. */
export default async function checkBuilds({ projects }: FullConfig): Promise<void> {
  for (const { name } of projects) {
    const browser = name as BrowserName;
    if ((await findBrowser(browser)) === undefined) {
      throw new Error(`No ${browser} is installed: run "node tools/setup.mjs ${browser}" first`);
    }
    if (!existsSync(path.join(BUILDS[browser], 'manifest.json'))) {
      throw new Error(`No build in ${BUILDS[browser]}: run "${BUILD_COMMANDS[browser]}" first`);
    }
  }
}
