/** Pages that change at random: what is underlined is what a fresh reading of the same page underlines, word for word. */
import { randomInt } from 'node:crypto';
import type { ReaderPage } from './browsers/reader-page.ts';
import { expect, openAnnotated, POLL, test } from './fixtures.ts';

const LIVE = 'http://example.org/mutations.html';
const MUTATIONS = 10_000;
const CHECKPOINTS = 12;
/** Mutations of one frame: some readings begin, and some go on, between those of two. */
const A_FRAME = 25;
/** A failure tells its seed, with which it is seen again: `TREATY_LENS_SEED=… playwright test`. */
const SEED = Number(process.env['TREATY_LENS_SEED'] ?? randomInt(2 ** 31));

/** Longest time to wait for a reading: it comes the later, the longer the one before took. In milliseconds. */
const PATIENCE = 20_000;

const PARAGRAPHS = 60;
const HTML = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>A page that does not rest</title>
    <style>.folded { display: none } .unseen { visibility: hidden } .seen { color: teal }</style>
  </head>
  <body>
    <article>
      <h1>The UN cybercrime treaty</h1>
      <p>The United Nations Convention against Cybercrime was adopted in December 2024, as Vietnam had hoped.</p>
      <div id="living">${'<p>Russia proposed the treaty.</p>'.repeat(PARAGRAPHS)}</div>
    </article>
  </body>
</html>`;

/** What the page's own code is, between two calls. */
interface MutatingWindow {
  mutate(): void;
}

/** Gives the page a function that changes it in one small way, drawn from a sequence that a seed decides. */
function installMutations(seed: number): void {
  let state = seed >>> 0;
  /** A whole number from 0 up to a limit. */
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * limit);
  };
  const among = <Item>(items: ArrayLike<Item>) => items[below(items.length)] as Item;
  const living = document.getElementById('living') as HTMLElement;
  const sentences = [
    'Russia proposed the treaty. ',
    'Human Rights Watch opposed the convention. ',
    'So far 74 states have signed the treaty. ',
    'Article 35 of the treaty is disputed. ',
    'The weather was fair. ',
    'The Budapest Convention is older. ',
    'Iran and South Africa asked for a vote. ',
    'Microsoft spoke against it. ',
    'Qatar signed the <b>United Nations</b> Convention against <i>Cyber</i>crime. ',
    'The <a href="#x">Human</a> Rights <span>Watch</span> report names Norway. ',
    'Iran lost to Japan in the World Cup. ',
  ];
  const html = () => Array.from({ length: 1 + below(3) }, () => among(sentences)).join('');
  const plain = () => among(sentences).replace(/<[^>]*>/g, '');
  const newParagraph = () => {
    const paragraph = document.createElement('p');
    paragraph.innerHTML = html();
    return paragraph;
  };
  const roots = () =>
    Array.from(living.querySelectorAll('.host'), ({ shadowRoot }) => shadowRoot).filter((root) => root !== null);
  const paragraphOf = (root: ParentNode) => among(root.querySelectorAll('p'));
  const paragraph = () => {
    const shadow = below(8) === 0 ? among(roots()) : undefined;
    return (shadow && paragraphOf(shadow)) ?? paragraphOf(living) ?? living.appendChild(newParagraph());
  };
  const text = () => {
    const nodes = document.createTreeWalker(paragraph(), NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (nodes.nextNode()) texts.push(nodes.currentNode as Text);
    return texts.length > 0 ? among(texts) : paragraph().appendChild(document.createTextNode(plain()));
  };
  const element = () => {
    const one = paragraph();
    const within = one.querySelectorAll<HTMLElement>('*');
    return within.length > 0 && below(2) === 0 ? among(within) : one;
  };
  const stretchOf = (node: Text) => {
    const start = below(node.length + 1);
    return { start, count: below(node.length - start + 1) };
  };
  const inline = () => document.createElement(among(['span', 'em', 'strong', 'i', 'code']));

  const mutations: (() => void)[] = [
    () => {
      const node = text();
      node.splitText(below(node.length + 1));
    },
    () => paragraph().normalize(),
    () => {
      const node = text();
      const { start, count } = stretchOf(node);
      node.replaceData(start, Math.min(count, 6), plain().slice(0, below(20)));
    },
    () => {
      const node = text();
      node.insertData(below(node.length + 1), among([' ', '-', '\u00ad', 'x', plain()]));
    },
    () => {
      const node = text();
      const { start, count } = stretchOf(node);
      node.deleteData(start, Math.min(count, 4));
    },
    () => text().appendData(plain()),
    () => {
      const node = text();
      node.data = below(2) === 0 ? node.data : plain();
    },
    () => {
      const node = text();
      const { start, count } = stretchOf(node);
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + count);
      range.surroundContents(inline());
    },
    () => {
      const wrapped = element();
      if (wrapped.localName !== 'p') wrapped.replaceWith(...wrapped.childNodes);
    },
    () => text().remove(),
    () => {
      const moved = text();
      paragraph().insertBefore(moved, null);
    },
    () => {
      const one = paragraph();
      one.insertBefore(text(), one.firstChild);
    },
    () =>
      text().before(among([document.createElement('br'), document.createComment('x'), document.createTextNode('')])),
    () => paragraph().before(newParagraph()),
    () => paragraph().after(newParagraph()),
    () => living.prepend(newParagraph()),
    () => living.append(newParagraph()),
    () => paragraph().remove(),
    () => paragraph().remove(),
    () => paragraph().replaceWith(newParagraph()),
    () => {
      const moved = paragraph();
      const beside = paragraph();
      if (moved !== beside) beside.before(moved);
    },
    () => {
      paragraph().innerHTML = html();
    },
    () => {
      const one = paragraph();
      one.innerHTML = String(one.innerHTML);
    },
    () => paragraph().replaceChildren(plain(), plain()),
    () => element().toggleAttribute('hidden'),
    () => {
      element().style.display = among(['', '', 'none', 'block']);
    },
    () => {
      element().style.visibility = among(['', '', 'hidden']);
    },
    () => element().classList.toggle(among(['folded', 'unseen', 'seen'])),
    () => {
      element().contentEditable = among(['true', 'false', 'inherit']);
    },
    () => {
      // What was hidden is shown again, so that not all is in the end.
      for (const one of [element(), element(), element()]) {
        for (const name of ['hidden', 'style', 'class', 'contenteditable']) one.removeAttribute(name);
      }
    },
    () => {
      const hosts = living.querySelectorAll('.host');
      if (hosts.length > 2) among(hosts).remove();
      const host = document.createElement('div');
      host.className = 'host';
      const filled = below(2) === 0;
      if (!filled) paragraph().parentNode?.prepend(host);
      host.attachShadow({ mode: 'open', serializable: true }).append(newParagraph(), newParagraph());
      if (filled) living.insertBefore(host, among(living.children));
    },
  ];

  (globalThis as unknown as MutatingWindow).mutate = () => {
    among(mutations)();
    const { length } = living.children;
    if (length > 90) living.lastElementChild?.remove();
    const one = paragraph();
    if ((one.textContent ?? '').length > 400) one.innerHTML = html();
  };
}

/** Changes the page so many times, some in each frame. */
function mutate(page: ReaderPage, count: number): Promise<void> {
  return page.evaluate(
    async (mutations, aFrame) => {
      const { mutate: once } = globalThis as unknown as MutatingWindow;
      for (let done = 1; done <= mutations; done++) {
        once();
        if (done % aFrame === 0) await new Promise(requestAnimationFrame);
      }
    },
    count,
    A_FRAME,
  );
}

/** The page as it stands, shadow roots among it, as HTML that makes it anew. */
function htmlOf(page: ReaderPage): Promise<string> {
  return page.evaluate(
    () =>
      `<!doctype html><html lang="en">${document.documentElement.getHTML({ serializableShadowRoots: true })}</html>`,
  );
}

/** What is underlined, each as kind, start and end in the text of the whole page, and words, in the order of the page. */
function underlined(page: ReaderPage): Promise<string[]> {
  return page.evaluate(() => {
    const startOf = new Map<Node, number>();
    let length = 0;
    const walk = (node: Node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        startOf.set(node, length);
        length += (node as Text).length;
      }
      const root = (node as Element).shadowRoot;
      if (root) walk(root);
      for (const child of node.childNodes) walk(child);
    };
    walk(document.body);
    return Array.from(CSS.highlights as unknown as Iterable<[string, Iterable<Range>]>)
      .filter(([name]) => name.startsWith('treaty-lens'))
      .flatMap(([name, ranges]) =>
        Array.from(ranges, (range) => {
          const start = (startOf.get(range.startContainer) ?? Number.NaN) + range.startOffset;
          const end = (startOf.get(range.endContainer) ?? Number.NaN) + range.endOffset;
          return { start, told: `${name} ${start}-${end} ${range}` };
        }),
      )
      .sort((one, other) => one.start - other.start)
      .map(({ told }) => told);
  });
}

test(`${MUTATIONS} random changes leave the underlines of a fresh reading`, async ({ reader, site }) => {
  test.slow();
  site.serve('/mutations.html', HTML);
  const page = await openAnnotated(reader, LIVE);
  await page.evaluate(installMutations, SEED);
  let most = 0;
  for (let checkpoint = 1; checkpoint <= CHECKPOINTS; checkpoint++) {
    await mutate(page, Math.ceil(MUTATIONS / CHECKPOINTS));
    const pathname = `/mutations-${checkpoint}.html`;
    site.serve(pathname, await htmlOf(page));
    const fresh = await reader.openPage(`http://example.org${pathname}`);
    await expect.poll(async () => (await underlined(fresh)).length, POLL).toBeGreaterThan(0);
    // Pages that are not in front are given little time.
    await page.tab.bringToFront();
    const differences = async () => {
      const [live, wanted] = [await underlined(page), await underlined(fresh)];
      most = Math.max(most, wanted.length);
      return {
        tooMuch: live.filter((one) => !wanted.includes(one)),
        tooLittle: wanted.filter((one) => !live.includes(one)),
      };
    };
    const message = `seed ${SEED}, checkpoint ${checkpoint} of ${CHECKPOINTS}`;
    await expect.poll(differences, { ...POLL, message, timeout: PATIENCE }).toEqual({ tooMuch: [], tooLittle: [] });
    await fresh.tab.close();
  }
  expect(most).toBeGreaterThan(PARAGRAPHS);
});
