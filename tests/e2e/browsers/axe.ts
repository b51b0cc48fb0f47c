/** Runs axe-core in a page, or in a closed shadow root. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { callOf, type Tab } from './reader.ts';

/** What axe-core found, by the ids of its rules; of what did not pass, where. */
export interface AxeReport {
  passes: string[];
  violations: string[];
  /** What it could not decide, such as contrast before an image. */
  incomplete: string[];
}

/** The part of axe-core's results that is read here. */
interface AxeResult {
  id: string;
  nodes: { target: (string | string[])[] }[];
}
type AxeResults = Record<'passes' | 'violations' | 'incomplete', AxeResult[]>;
interface WithAxe {
  axe: { run(context: Element | Document, options?: object): Promise<AxeResults> };
}

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

function reportOf({ passes, violations, incomplete }: AxeResults): AxeReport {
  const placesOf = ({ id, nodes }: AxeResult) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`);
  return {
    passes: passes.map(({ id }) => id),
    violations: violations.flatMap(placesOf),
    incomplete: incomplete.flatMap(placesOf),
  };
}

/** Checks a whole page. */
export async function axeOfPage(tab: Tab): Promise<AxeReport> {
  await tab.run(`${SOURCE};0`);
  const check = async () => JSON.stringify(await (globalThis as unknown as WithAxe).axe.run(document));
  return reportOf(JSON.parse((await tab.run(`(${check})()`)) as string));
}

/** Puts axe-core into a page, for `axeOfPart`. */
export async function bringAxe(tab: Tab): Promise<void> {
  await tab.run(`${SOURCE};0`);
}

/** Checks the part of a page that a selector finds, the size of its targets included. Wants `bringAxe` before. */
export async function axeOfPart(tab: Tab, selector: string): Promise<AxeReport> {
  const check = async (wanted: string) => {
    const part = document.querySelector(wanted);
    if (!part) throw new Error(`The page has no ${wanted}`);
    const options = { rules: { 'target-size': { enabled: true } } };
    return JSON.stringify(await (globalThis as unknown as WithAxe).axe.run(part, options));
  };
  return reportOf(JSON.parse((await tab.run(callOf(check, [selector]))) as string));
}

/** Checks what is within the extension's element; the page is given its root for as long as that takes. */
export async function axeOfCard(tab: Tab): Promise<AxeReport> {
  await tab.run(`${SOURCE};0`);
  const results = await tab.inCard(async (root) => {
    const { host } = root;
    // axe-core leaves contrast undecided for a child of <html>; moved, not taken out, the element stays open.
    document.body.moveBefore(host, null);
    Object.defineProperty(host, 'shadowRoot', { value: root, configurable: true });
    try {
      return JSON.stringify(await (globalThis as unknown as WithAxe).axe.run(host));
    } finally {
      Reflect.deleteProperty(host, 'shadowRoot');
      document.documentElement.moveBefore(host, null);
    }
  });
  if (!results) throw new Error('No card to check');
  return reportOf(JSON.parse(results));
}
