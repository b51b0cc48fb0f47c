/** Pages that change under their reader: underlines stay on their words, new words get theirs, and no others do. */
import type { ReaderPage } from './browsers/reader-page.ts';
import { expect, expectCard, openAnnotated, POLL, test, untilAnnotated, untilBare } from './fixtures.ts';

const LIVING = 'http://example.org/living.html';
/** The time of `lib/article/gate.ts` in which a page settles, in milliseconds. */
const SETTLED = 10_500;

/** The time between two readings (`lib/annotation/watch-page.ts`), several times over, in milliseconds. */
const PAST_READING = 1500;

const HEAD = ['UN cybercrime treaty', 'United Nations Convention against Cybercrime'];
const ROWS = ['Russia', 'the treaty', 'Iran', 'the treaty', 'South Africa', 'the treaty'];
const MENTIONS = [...HEAD, 'Russia', ...ROWS, 'Microsoft'];

async function expectMentions(page: ReaderPage, mentions: readonly string[]): Promise<void> {
  await expect.poll(() => page.mentions(), POLL).toEqual(mentions);
}

test.beforeEach(async ({ reader }) => {
  await expectMentions(await openAnnotated(reader, LIVING), MENTIONS);
});

test('an article that scrolling adds is read on', async ({ reader }) => {
  const page = await openAnnotated(reader, LIVING);
  await page.evaluate(() => {
    const next = document.createElement('article');
    next.innerHTML = '<h1>Signing the UN cybercrime treaty</h1><p>Qatar signed the treaty in Hanoi.</p>';
    document.querySelector('main')?.append(next);
  });
  await expectMentions(page, [...MENTIONS, 'UN cybercrime treaty', 'Qatar', 'the treaty']);
});

test('posts that a live blog puts first are read, and the others stay', async ({ reader }) => {
  const page = await openAnnotated(reader, LIVING);
  await page.click('Microsoft');
  await expectCard(page, 'Microsoft');
  await page.evaluate(() => {
    const post = document.createElement('p');
    post.textContent = 'Canada has signed the UN cybercrime treaty.';
    document.getElementById('story')?.prepend(post);
  });
  await expectMentions(page, ['Canada', 'UN cybercrime treaty', ...MENTIONS]);
  // The reader's card is where it was, on its words.
  expect(await page.card.name()).toBe('Microsoft');
  expect((await page.highlights())['treaty-lens-open']).toEqual(['Microsoft']);
});

test('a card stays open on words that the page puts there anew, over and over', async ({ reader }) => {
  const page = await openAnnotated(reader, LIVING);
  await page.click('Microsoft');
  await expectCard(page, 'Microsoft');
  const before = await page.card.rect();
  await page.evaluate(() => {
    const renew = () => {
      const one = document.getElementById('one') as Element;
      one.replaceWith(one.cloneNode(true));
    };
    renew();
    Object.assign(globalThis, { turns: 0 });
    const timer = setInterval(() => {
      renew();
      if (++(globalThis as unknown as { turns: number }).turns === 5) clearInterval(timer);
    }, 700);
  });
  const turns = () => page.evaluate(() => (globalThis as unknown as { turns: number }).turns);
  await expect.poll(turns, POLL).toBe(5);
  await page.outlast(PAST_READING);
  expect(await page.card.name()).toBe('Microsoft');
  expect(await page.card.rect()).toEqual(before);
  expect((await page.highlights())['treaty-lens-open']).toEqual(['Microsoft']);
  // Words that are other ones take it with them.
  await page.evaluate(() => {
    const one = document.getElementById('one') as Element;
    one.textContent = 'Oracle has signed nothing.';
  });
  await expectCard(page, undefined);
});

test('what unfolds is underlined, and what folds is not', async ({ reader }) => {
  const page = await openAnnotated(reader, LIVING);
  const unfolded = [...HEAD, 'Russia', 'Human Rights Watch', 'the treaty', ...ROWS, 'Microsoft'];
  await page.evaluate(() => document.getElementById('folded')?.classList.remove('folded'));
  await expectMentions(page, unfolded);
  await page.evaluate(() => document.getElementById('folded')?.classList.add('folded'));
  await expectMentions(page, MENTIONS);
});

test('tabs change places', async ({ reader }) => {
  const page = await openAnnotated(reader, LIVING);
  await page.evaluate(() => {
    for (const panel of document.querySelectorAll<HTMLElement>('[role=tabpanel]')) panel.hidden = !panel.hidden;
  });
  await expectMentions(page, [...HEAD, 'Russia', ...ROWS, 'Iran']);
});

test('rows of a long list that are used again bear the names that are in them', async ({ reader }) => {
  const page = await openAnnotated(reader, LIVING);
  await page.evaluate(() => document.getElementById('window')?.scrollTo(0, 160));
  const rows = ['Chad', 'the treaty', 'Peru', 'the treaty', 'Qatar', 'the treaty'];
  await expectMentions(page, [...HEAD, 'Russia', ...rows, 'Microsoft']);
});

test('comments that load late are no part of the story', async ({ reader }) => {
  const page = await openAnnotated(reader, LIVING);
  await page.evaluate(() => {
    const comments = document.createElement('section');
    comments.id = 'comments';
    comments.innerHTML = '<p>Norway is nice in summer.</p>';
    document.body.append(comments);
    // What is read after them tells that they have been read.
    document.getElementById('edited')?.append(' Peru agreed.');
  });
  await expectMentions(page, [...HEAD, 'Russia', 'Peru', ...ROWS, 'Microsoft']);
});

test('text that is edited in place is read as it stands', async ({ reader }) => {
  const page = await openAnnotated(reader, LIVING);
  await page.evaluate(() => {
    const text = document.getElementById('edited')?.firstChild as Text;
    text.replaceData(0, 'Russia'.length, 'In 2019 Iran');
  });
  await expectMentions(page, [...HEAD, 'Iran', ...ROWS, 'Microsoft']);
  await page.evaluate(() => {
    const text = document.getElementById('edited')?.firstChild as Text;
    text.splitText('In 2019 Ir'.length);
  });
  await expectMentions(page, [...HEAD, 'Iran', ...ROWS, 'Microsoft']);
  await page.click('Microsoft');
  await expectCard(page, 'Microsoft');
});

test('a page that writes itself anew is read anew, and its cards open', async ({ reader }) => {
  const page = await openAnnotated(reader, LIVING);
  await page.click('Microsoft');
  await expectCard(page, 'Microsoft');
  await page.evaluate(() => {
    document.open();
    document.write(
      '<!doctype html><title>Anew</title><body><h1>The UN cybercrime treaty</h1><p>Ghana ratified the treaty.</p>',
    );
    document.close();
  });
  await expectMentions(page, ['UN cybercrime treaty', 'Ghana', 'the treaty']);
  await page.hover('Ghana');
  await expectCard(page, 'Ghana');
  expect(await page.evaluate(() => document.querySelectorAll('treaty-lens').length)).toBe(1);
});

test('a page that empties itself and is written later is read then', async ({ reader }) => {
  const page = await openAnnotated(reader, LIVING);
  await expectMentions(page, MENTIONS);
  await page.evaluate(() => {
    document.open();
  });
  await untilBare(page);
  await page.outlast(PAST_READING);
  await page.evaluate(() => {
    document.write('<!doctype html><body><h1>The UN cybercrime treaty</h1><p>Ghana ratified the treaty.</p>');
    document.close();
  });
  await expectMentions(page, ['UN cybercrime treaty', 'Ghana', 'the treaty']);
});

test('a page that is without its root for a while is read anew when it has one', async ({ reader }) => {
  const page = await openAnnotated(reader, LIVING);
  await page.evaluate(() => {
    const root = document.documentElement;
    Object.assign(globalThis, { root });
    root.remove();
  });
  await expectMentions(page, []);
  await page.evaluate(() => document.append(Reflect.get(globalThis, 'root') as Element));
  await expectMentions(page, MENTIONS);
  await page.hover('Microsoft');
  await expectCard(page, 'Microsoft');
});

for (const [what, edit] of [
  ['by its root', () => document.documentElement.setAttribute('contenteditable', '')],
  ['as a design', () => Object.assign(document, { designMode: 'on' })],
] as const) {
  test(`a page that is edited as a whole, ${what}, is left alone`, async ({ reader }) => {
    const page = await openAnnotated(reader, LIVING);
    await page.evaluate(edit as () => void);
    await page.evaluate(() => document.getElementById('edited')?.append(' Peru signed the treaty.'));
    await expectMentions(page, []);
  });
}

test("the page's own highlights stay in its registry, and ours beside them", async ({ reader }) => {
  const page = await openAnnotated(reader, LIVING);
  await page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.getElementById('first') as HTMLElement);
    CSS.highlights.set('search', new Highlight(range));
    document.getElementById('edited')?.append(' Peru signed the treaty.');
  });
  await expectMentions(page, [...HEAD, 'Russia', 'Peru', 'the treaty', ...ROWS, 'Microsoft']);
  expect(await page.evaluate(() => CSS.highlights.get('search')?.size)).toBe(1);
});

const without = (name: string) => MENTIONS.toSpliced(MENTIONS.indexOf(name), 1);
const TOLD_BY: readonly [attribute: string, value: string, selector: string, left: readonly string[]][] = [
  // English names of states are no names in French.
  ['lang', 'fr', '#edited', without('Russia')],
  ['role', 'complementary', '#one', without('Microsoft')],
  ['id', 'related', '#one', without('Microsoft')],
];
for (const [attribute, value, selector, left] of TOLD_BY) {
  test(`words that ${attribute} alone tells to be none of the story's are bare, until it tells otherwise`, async ({
    reader,
  }) => {
    const page = await openAnnotated(reader, LIVING);
    await expectMentions(page, MENTIONS);
    await page.evaluate(
      (where, name, to) => {
        const element = document.querySelector(where) as Element;
        const before = element.getAttribute(name);
        const undo = () => (before === null ? element.removeAttribute(name) : element.setAttribute(name, before));
        Object.assign(globalThis, { undo });
        element.setAttribute(name, to);
      },
      selector,
      attribute,
      value,
    );
    await expectMentions(page, left);
    await page.evaluate(() => (globalThis as unknown as { undo(): void }).undo());
    await expectMentions(page, MENTIONS);
  });
}

test('a change leaves the highlights of other words as they are', async ({ reader }) => {
  const page = await openAnnotated(reader, LIVING);
  await page.evaluate(() => {
    const kept = new Map<Highlight, Range[]>();
    for (const [, highlight] of CSS.highlights as unknown as Iterable<[string, Highlight]>) {
      kept.set(highlight, Array.from(highlight as unknown as Iterable<Range>));
    }
    Object.assign(globalThis, { kept });
    document.getElementById('edited')?.append(' Peru signed the treaty.');
  });
  await expectMentions(page, [...HEAD, 'Russia', 'Peru', 'the treaty', ...ROWS, 'Microsoft']);
  const stayed = await page.evaluate(() => {
    const { kept } = globalThis as unknown as { kept: Map<Highlight, Range[]> };
    const now = new Set((CSS.highlights as unknown as Map<string, Highlight>).values());
    return Array.from(kept, ([highlight, ranges]) => [
      now.has(highlight),
      ranges.every((range) => (highlight as unknown as Set<Range>).has(range)),
    ]);
  });
  expect(stayed).toEqual([
    [true, true],
    [true, true],
  ]);
});

test('an article that its reader unfolds long after loading is caught', async ({ reader }) => {
  test.slow();
  const page = await reader.openPage('http://example.org/linked.html');
  await page.outlast(SETTLED);
  expect(await reader.hasAnnotator(page)).toBe(false);
  await page.evaluate(() => {
    addEventListener('click', () => {
      document.body.innerHTML = '<h1>The UN cybercrime treaty</h1><p>Ghana ratified the treaty.</p>';
    });
  });
  await page.click('This page');
  await untilAnnotated(page);
  await expectMentions(page, ['UN cybercrime treaty', 'Ghana', 'the treaty']);
});
