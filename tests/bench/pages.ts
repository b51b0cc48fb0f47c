/** The pages that are measured: real ones from beside the repository, where they are, and generated ones. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SHARED } from '../e2e/paths.ts';
import { generatePage, treatyParagraph } from './generated.ts';

/** Where the real pages are. */
export const SHARED_PAGES = path.join(SHARED, 'pages');
/** Sizes of generated pages, in UTF-16 units of text: 10 kB, 100 kB, 1 MB, 10 MB. */
export const SIZES = [10_000, 100_000, 1_000_000, 10_000_000] as const;
/** Paragraphs about the treaty put into a real page. */
const PUT_IN = 4;
/** A paragraph of so many characters of HTML is one of the article, not of its frame. */
const ARTICLE_PARAGRAPH = 120;
/** Share of a generated page's paragraphs that are about the treaty: those of a long report. */
export const ABOUT = 0.2;

export interface MeasuredPage {
  name: string;
  html: string;
  kind: 'real' | 'generated';
}

/** Puts paragraphs about the treaty between those of a page's article, evenly. */
function withTreaty(html: string): string {
  const ends = Array.from(html.matchAll(/<p\b[^>]*>[\s\S]*?<\/p>/gi))
    .filter(({ 0: paragraph }) => paragraph.length >= ARTICLE_PARAGRAPH)
    .map(({ 0: paragraph, index }) => index + paragraph.length);
  const bodyEnd = html.search(/<\/body>/i);
  if (ends.length === 0) ends.push(bodyEnd === -1 ? html.length : bodyEnd);
  let out = '';
  let at = 0;
  for (let turn = 0; turn < PUT_IN; turn++) {
    const place = ends[Math.floor((turn * ends.length) / PUT_IN)] as number;
    out += html.slice(at, place) + treatyParagraph(turn);
    at = place;
  }
  return out + html.slice(at);
}

/** Names of the real pages' files, in order; none where the folder is missing. */
function realFiles(): string[] {
  if (!existsSync(SHARED_PAGES)) return [];
  return readdirSync(SHARED_PAGES)
    .filter((file) => file.endsWith('.html'))
    .sort();
}

/** The real pages as they are: none is about the treaty. */
export function silentPages(): MeasuredPage[] {
  return realFiles().map((name) => ({ name, html: readFileSync(path.join(SHARED_PAGES, name), 'utf8'), kind: 'real' }));
}

/** The real pages with paragraphs about the treaty put in. */
export function realPages(): MeasuredPage[] {
  return silentPages().map((page) => ({ ...page, html: withTreaty(page.html) }));
}

/** A size as it is spoken of. */
export function sizeName(units: number): string {
  return units >= 1_000_000 ? `${units / 1_000_000} MB` : `${units / 1000} kB`;
}

/** A generated page about the treaty, or about other things. */
export function generatedPage(units: number, about = ABOUT): MeasuredPage {
  const name = `${sizeName(units)}${about === 0 ? ', other' : ''}`;
  return { name, html: generatePage({ units, about }), kind: 'generated' };
}

/** Some of the pages, from the smallest to the largest, evenly. */
export function spread(pages: readonly MeasuredPage[], count: number): MeasuredPage[] {
  const bySize = pages.toSorted((one, other) => one.html.length - other.html.length);
  return Array.from(
    { length: Math.min(count, bySize.length) },
    (_, index) => bySize[Math.floor(((index + 1) * bySize.length) / (count + 1))],
  ).flatMap((page) => page ?? []);
}
