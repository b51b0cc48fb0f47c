/**
 * Reads labelled texts: what `tests/corpus/` holds, and other corpora in the same notation.
 *
 * A Markdown file holds one text under each heading of the second level, whose words are the text's id. Lines of
 * `key: value` come first (`kind`, `lang`, `relevant`, and where wanted `format: html` and `why`), then an empty line,
 * then the text, in which `[words](id)` marks words that name an entity.
 *
 * A file of JSON lines holds one text a line: `{"id", "text" | "html", "lang"?, "kind"?, "relevant"?, "mentions":
 * [{"entity", "start", "end"}]}`, with offsets as `annotate` gives them.
 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { parsePage } from '../lib/article/html-tree.ts';

/** A labelled text. */
export interface LabelledText {
  id: string;
  /** What kind of text it is: news, statement, negative … */
  kind: string;
  lang: string | undefined;
  /** Whether it is about the treaty; undefined when the corpus does not say. */
  relevant: boolean | undefined;
  text?: string | undefined;
  html?: string | undefined;
  /** Offsets in UTF-16 units into the text, or into the text content of the page's body. */
  marks: Mark[];
}

export interface Mark {
  entity: string;
  start: number;
  end: number;
}

/** Thrown for a corpus that cannot be read, with its file and text. */
export class CorpusError extends Error {}

const headSchema = z.strictObject({
  kind: z.string(),
  lang: z.string(),
  relevant: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
  format: z.literal('html').optional(),
  why: z.string().optional(),
});

const lineSchema = z.object({
  id: z.string().or(z.number().transform(String)),
  kind: z.string().default('other'),
  lang: z.string().optional(),
  relevant: z.boolean().optional(),
  text: z.string().optional(),
  html: z.string().optional(),
  mentions: z.array(z.object({ entity: z.string(), start: z.number(), end: z.number() })),
});

const MARK = /\[([^[\]]+)\]\(([a-z0-9-]+)\)/g;
/** Private-use characters that stand for a mark's ends while a page is parsed. */
const [OPEN, CLOSE] = ['\ue000', '\ue001'];

/** Takes the marks out of a marked text. */
function takeMarks(marked: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let readTo = 0;
  for (const match of marked.matchAll(MARK)) {
    const [whole, words = '', entity = ''] = match;
    text += marked.slice(readTo, match.index);
    marks.push({ entity, start: text.length, end: text.length + words.length });
    text += words;
    readTo = match.index + whole.length;
  }
  return { text: text + marked.slice(readTo), marks };
}

/** Takes the marks out of marked HTML, with offsets into the text content of its body. */
function takeMarksOfHtml(marked: string): { html: string; marks: Mark[] } {
  const entities: string[] = [];
  const held = marked.replace(MARK, (_, words: string, entity: string) => {
    entities.push(entity);
    return OPEN + words + CLOSE;
  });
  const marks: Mark[] = [];
  let at = 0;
  let start = 0;
  for (const char of parsePage(held).text.split('')) {
    if (char === OPEN) start = at;
    else if (char === CLOSE) marks.push({ entity: entities[marks.length] as string, start, end: at });
    else at++;
  }
  return { html: held.replaceAll(OPEN, '').replaceAll(CLOSE, ''), marks };
}

function readMarkdown(file: string, content: string): LabelledText[] {
  return content
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [, id = '', head = '', body = ''] = /^(.*)\n\s*([\s\S]*?)\n\s*\n([\s\S]*)$/.exec(section) ?? [];
      const entries = head.split('\n').map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
      });
      const parsed = headSchema.safeParse(Object.fromEntries(entries));
      if (!parsed.success) throw new CorpusError(`${file}, "${id}": ${z.prettifyError(parsed.error)}`);
      const { format, kind, lang, relevant } = parsed.data;
      const marked = body.trim();
      return { id: id.trim(), kind, lang, relevant, ...(format ? takeMarksOfHtml(marked) : takeMarks(marked)) };
    });
}

function readLines(file: string, content: string): LabelledText[] {
  return content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      try {
        const { mentions, ...rest } = lineSchema.parse(JSON.parse(line));
        return { ...rest, lang: rest.lang, relevant: rest.relevant, marks: mentions };
      } catch (error) {
        throw new CorpusError(`${file}, line ${index + 1}: ${(error as Error).message}`);
      }
    });
}

/** Labels of figures, not of entities: read only when their own folder is asked for. */
const FIGURES = /^figures[\\/]/;

/**
 * Reads the labelled texts of files and folders.
 * @throws {CorpusError} for a file that does not hold what it should
 */
export function readCorpus(paths: readonly string[]): LabelledText[] {
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? globSync('**/*.{md,jsonl}', { cwd: path })
          .filter((file) => !/README/i.test(file) && !FIGURES.test(file))
          .map((file) => `${path}/${file}`)
      : [path],
  );
  return files.toSorted().flatMap((file) => {
    const content = readFileSync(file, 'utf8');
    return file.endsWith('.md') ? readMarkdown(file, content) : readLines(file, content);
  });
}
