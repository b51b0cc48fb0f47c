/** Calls the benchmark's script in a page. */
import type { OpenPage } from './lab.ts';
import type { PageBench } from './page/main.ts';

/** Puts the script into a page. The page's own policy does not reach the debugger's protocol. */
export async function inject({ page }: OpenPage, source: string): Promise<void> {
  await page.evaluate(`${source};0`);
}

/** Calls one of the script's functions. */
export async function call<Name extends keyof PageBench>(
  { page }: OpenPage,
  name: Name,
  ...args: Parameters<PageBench[Name]>
): Promise<ReturnType<PageBench[Name]>> {
  return (await page.evaluate(`treatyLensBench.${name}(...${JSON.stringify(args)})`)) as ReturnType<PageBench[Name]>;
}
