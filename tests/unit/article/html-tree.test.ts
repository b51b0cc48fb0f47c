import { describe, expect, test } from 'vitest';
import { parsePage } from '../../../lib/article/html-tree.ts';
import { placeOf } from '../../../lib/detection/flow.ts';

const textsOf = (html: string) => parsePage(html).blocks.map(({ text }) => text.trim());

describe('offsets', () => {
  test("count in the body's text content, scripts and hidden parts included, comments left out", () => {
    const html =
      '<html><head><title>Head</title></head><body><script>var a = 1;</script><!-- no --><p>One <b>two</b></p>' +
      '<p hidden>gone</p><style>b{}</style><p>Th&amp;ree</p></body></html>';
    const { text, blocks } = parsePage(html);
    expect(text).toBe('var a = 1;One twogoneb{}Th&ree');
    for (const block of blocks) {
      const start = placeOf(block, 0, 'start')?.offset;
      const end = placeOf(block, block.text.length, 'end')?.offset;
      expect(text.slice(start, end)).toBe(block.text);
    }
    expect(blocks.map((block) => block.text)).toEqual(['One two', 'Th&ree']);
  });

  test('point through inline elements and line breaks to the right places', () => {
    const { text, blocks } = parsePage('<p><b>Human</b><br>Rights<script>x</script> <i>Watch</i></p>');
    expect(text).toBe('HumanRightsx Watch');
    const [block] = blocks;
    if (!block) throw new Error('There is no block');
    const at = block.text.indexOf('Rights');
    expect(placeOf(block, at, 'start')?.offset).toBe(5);
    expect(placeOf(block, block.text.length, 'end')?.offset).toBe(text.length);
  });

  test('count UTF-16 units', () => {
    const { text, blocks } = parsePage('<p>😀</p><p>Two</p>');
    expect(text).toBe('😀Two');
    expect(blocks[1] && placeOf(blocks[1], 0, 'start')?.offset).toBe(2);
  });

  test('leave the contents of templates out, as a browser does', () => {
    expect(parsePage('<p>a</p><template><p>b</p></template><p>c</p>').text).toBe('ac');
  });
});

describe('the flow', () => {
  test('runs through inline elements', () => {
    expect(textsOf('<p><a href="/">Human</a> <em>Ri</em>ghts <span>Watch</span></p>')).toEqual(['Human Rights Watch']);
  });

  test('is parted by blocks, with and without tags at their ends', () => {
    expect(textsOf('<div>One<p>Two<p>Three</div>Four<ul><li>Five<li>Six</ul><table><tr><td>7<td>8</table>')).toEqual([
      'One',
      'Two',
      'Three',
      'Four',
      'Five',
      'Six',
      '7',
      '8',
    ]);
  });

  test('has a line break for <br> and nothing for <wbr>', () => {
    expect(textsOf('<p>Human<br>Rights cyber<wbr>crime</p>')).toEqual(['Human\nRights cybercrime']);
  });

  test('leaves readings out of ruby and joins what they stand beside', () => {
    expect(textsOf('<p><ruby>国<rp>(</rp><rt>こく</rt><rp>)</rp>連<rt>れん</rt></ruby>条約</p>')).toEqual(['国連条約']);
  });

  test.each([
    ['a hidden element', '<span hidden>x</span>'],
    ['one hidden until found', '<span hidden="until-found">x</span>'],
    ['one that is not displayed', '<span style="color: red; display : none">x</span>'],
    ['one that is invisible', '<span style="visibility:hidden">x</span>'],
    ['an editable one', '<span contenteditable>x</span>'],
    ['a text field', '<textarea>x</textarea>'],
    ['a button', '<button>x</button>'],
    ['code', '<code>x</code>'],
    ['a drawing', '<svg><text>x</text></svg>'],
    ['a formula', '<math><mi>x</mi></math>'],
    ['our own card', '<treaty-lens>x</treaty-lens>'],
    ['a script', '<script>x</script>'],
  ])('skips %s, which parts the words around it', (_, element) => {
    const [block, ...others] = textsOf(`<p>Human${element}Rights</p>`);
    expect(others).toEqual([]);
    expect(block).toMatch(/^Human[^\p{L}\s]Rights$/u);
  });

  test('is parted by a skipped block', () => {
    expect(textsOf('<div>Human<div hidden>x</div>Rights</div>')).toEqual(['Human', 'Rights']);
    expect(textsOf('<div>a<div contenteditable="false">b</div>c</div>')).toEqual(['a', 'b', 'c']);
  });

  test('has no block of white space', () => {
    expect(textsOf('<p> \n </p>\n<div>\t<p>&nbsp;</p></div>')).toEqual([]);
  });

  test('knows headings, regions, links and languages', () => {
    const { blocks } = parsePage(
      '<article><h2><a href="/x">Linked</a></h2><p lang="fr">Bonjour</p><p>Plain</p></article><footer>Foot</footer>',
    );
    expect(blocks).toMatchObject([
      { text: 'Linked', heading: 2, linked: 6, region: { kind: 'article' }, lang: undefined },
      { text: 'Bonjour', heading: 0, linked: 0, region: { kind: 'article' }, lang: 'fr' },
      { text: 'Plain', heading: 0, region: { kind: 'article' }, lang: undefined },
      { text: 'Foot', region: { kind: 'footer' } },
    ]);
  });
});

describe('a page', () => {
  test('declares its language and its date', () => {
    const page = parsePage(
      '<html lang="pt-BR"><head><meta property="article:published_time" content="2024-08-09T10:00:00Z"></head><p>x',
    );
    expect(page).toMatchObject({ lang: 'pt-BR', published: '2024-08-09' });
    expect(parsePage('<p>x')).toMatchObject({ lang: undefined, published: null });
  });

  test.each([
    ['JSON-LD', '<script type="application/ld+json">{"@type":"Article","datePublished":"2024-08-09"}</script>'],
    ['microdata', '<meta itemprop="datePublished" content="2024-08-09">'],
    ['a time', '<p><time datetime="2024-08-09">Friday</time></p>'],
  ])('declares its date by %s', (_, html) => {
    expect(parsePage(html).published).toBe('2024-08-09');
  });

  test.each(['', '<', '<!doctype html>', 'no tags', '</p></div>', '<p <p>', '\0', '<svg><![CDATA[x', '<table><p>x'])(
    'may be %j',
    (html) => {
      expect(parsePage(html).text).toBeTypeOf('string');
    },
  );

  test('may be a frameset, which has no body', () => {
    expect(parsePage('<html><frameset><frame src="/a"></frameset></html>')).toMatchObject({ text: '', blocks: [] });
  });

  test('may be nested ten thousand deep', () => {
    const depth = 10_000;
    for (const tag of ['div', 'span']) {
      const { text, blocks } = parsePage(`${`<${tag}>`.repeat(depth)}Deep${`</${tag}>`.repeat(depth)}`);
      expect(text).toBe('Deep');
      expect(blocks.map((block) => block.text)).toEqual(['Deep']);
    }
  });
});
