import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs the tool on some lines; a line that is no string is written as JSON. */
function annotate(...lines: unknown[]): { status: number | null; answers: unknown[]; stderr: string } {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const run = spawnSync(process.execPath, ['tools/annotate.ts'], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    timeout: 30_000,
  });
  const answers = run.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
  return { status: run.status, answers, stderr: run.stderr };
}

describe('good lines', () => {
  test('are answered in order with offsets into the text', () => {
    const text = 'The UN Cybercrime Convention\nis criticised by Human\nRights Watch.';
    const { status, answers } = annotate({ id: 'a', text, lang: 'en' }, '', {
      id: 2,
      text: 'Nothing.',
      url: 'https://a.example/',
    });
    expect(answers).toEqual([
      {
        id: 'a',
        relevant: true,
        published: null,
        mentions: [
          { entity: 'treaty', start: 4, end: 28, text: 'UN Cybercrime Convention', strength: 'distinctive' },
          { entity: 'hrw', start: 46, end: 64, text: 'Human\nRights Watch', strength: 'distinctive' },
        ],
      },
      { id: 2, relevant: false, published: null, mentions: [] },
    ]);
    expect(status).toBe(0);
  });

  test("of HTML have offsets into the body's text content, and the page's date", () => {
    const html =
      '<html lang="en"><head><meta property="article:published_time" content="2024-08-09T10:00:00Z"></head>' +
      '<body><script>var a;</script><h1>On the <b>UN</b> cyber<wbr>crime treaty</h1><p hidden>Russia</p></body></html>';
    const { status, answers } = annotate({ id: 1, html });
    expect(answers).toEqual([
      {
        id: 1,
        relevant: true,
        published: '2024-08-09',
        mentions: [{ entity: 'treaty', start: 13, end: 33, text: 'UN cybercrime treaty', strength: 'distinctive' }],
      },
    ]);
    expect(status).toBe(0);
  });

  test('may be empty texts or none at all', () => {
    expect(annotate({ id: 1, text: '' }, { id: 2, html: '' })).toMatchObject({
      status: 0,
      answers: [
        { id: 1, relevant: false, mentions: [] },
        { id: 2, relevant: false, mentions: [] },
      ],
    });
    expect(annotate()).toMatchObject({ status: 0, answers: [] });
  });

  test('may end as Windows ends lines', () => {
    const { status, answers } = annotate('{"id":1,"text":"a"}\r', '{"id":2,"text":"b"}\r', '');
    expect(status).toBe(0);
    expect(answers).toHaveLength(2);
  });
});

describe('bad lines', () => {
  test('are each answered by an error, the good ones between them are not harmed, and the exit code is 1', () => {
    const { status, answers, stderr } = annotate(
      '{"id": 1, "text"',
      { id: 2 },
      { id: 3, text: 'The Hanoi Convention.' },
      { id: 4, text: 'a', html: 'b' },
      { text: 'no id' },
      { id: 6, text: 7 },
      'null',
      '[]',
    );
    expect(answers).toEqual([
      { id: null, error: expect.stringMatching(/^is no JSON: /) },
      { id: 2, error: 'needs either "text" or "html"' },
      expect.objectContaining({ id: 3, relevant: true }),
      { id: 4, error: 'needs either "text" or "html"' },
      { id: null, error: expect.stringMatching(/^id: /) },
      { id: 6, error: expect.stringMatching(/^text: /) },
      { id: null, error: expect.stringMatching(/object/) },
      { id: null, error: expect.stringMatching(/object/) },
    ]);
    expect(status).toBe(1);
    expect(stderr).toBe('');
  });
});

test('the text of every mention is what its offsets cut', () => {
  const text = '😀 The UN Convention against Cybercrime.\n\nRussia’s view of the treaty: HRW, Microsoft\u00a0and Iran.';
  const { answers } = annotate({ id: 1, text });
  const [{ mentions }] = answers as [{ mentions: { start: number; end: number; text: string }[] }];
  expect(mentions.length).toBeGreaterThan(4);
  for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
});
