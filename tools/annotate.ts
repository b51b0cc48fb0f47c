/**
 * The extension's detection outside a browser, over JSON lines.
 *
 *     npm run --silent annotate < in.jsonl > out.jsonl
 *
 * In, one object a line: `{"id", "text" | "html", "lang"?, "url"?}`. Out, one a line:
 * `{"id", "relevant", "published", "mentions": [{"entity", "start", "end", "text", "strength"}]}`, offsets in UTF-16
 * units into `text`, or for `html` into the text content of its body. A bad line is answered by `{"id", "error"}`, and
 * the exit code is 1 at the end.
 */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { createDetector } from '../lib/detection/detect.ts';
import { repositoryDictionary } from './dataset-plugin.ts';
import { detectIn, readSource } from './detect-source.ts';

const idSchema = z.string().or(z.number());
const lineSchema = z
  .object({
    id: idSchema,
    text: z.string().optional(),
    html: z.string().optional(),
    lang: z.string().optional(),
    url: z.string().optional(),
  })
  .refine(({ text, html }) => (text === undefined) !== (html === undefined), 'needs either "text" or "html"');

const detector = createDetector(repositoryDictionary());

function annotate(line: z.infer<typeof lineSchema>) {
  const source = readSource(line);
  const { relevant, mentions } = detectIn(source, detector);
  return { relevant, published: source.published, mentions };
}

/** The answer to one line of input. */
function answer(line: string): Record<string, unknown> {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch (error) {
    return { id: null, error: `is no JSON: ${(error as Error).message}` };
  }
  const parsed = lineSchema.safeParse(raw);
  if (parsed.success) return { id: parsed.data.id, ...annotate(parsed.data) };
  const id = idSchema.safeParse((raw as { id?: unknown } | null)?.id);
  const reasons = parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
  return { id: id.success ? id.data : null, error: reasons.join('; ') };
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === '') continue;
  const result = answer(line);
  if ('error' in result) process.exitCode = 1;
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
