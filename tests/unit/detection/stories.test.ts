import { describe, expect, test } from 'vitest';
import { parsePage } from '../../../lib/article/html-tree.ts';
import { partIntoStories } from '../../../lib/detection/stories.ts';

/** The stories of a page, each as its place and the first words of its blocks. */
function storiesOf(html: string): [place: string, ...texts: string[]][] {
  const { blocks } = parsePage(html);
  return partIntoStories(blocks).map(({ place, blocks: indices }) => [
    place,
    ...indices.map((index) => blocks[index]?.text.trim().slice(0, 5) ?? ''),
  ]);
}

describe('stories', () => {
  test('a page without regions is one story, its subheads included', () => {
    expect(storiesOf('<h1>Title</h1><p>Lead.</p><h2>Subhead</h2><section><p>More.</p></section>')).toEqual([
      ['main', 'Title', 'Lead.', 'Subhe', 'More.'],
    ]);
  });

  test('each article is one', () => {
    expect(storiesOf('<article><h2>One a</h2><p>Two a</p></article><article><p>One b</p></article>')).toEqual([
      ['main', 'One a', 'Two a'],
      ['main', 'One b'],
    ]);
  });

  test('list items of the main text belong to its story, those of a rail are each one', () => {
    expect(storiesOf('<p>Main.</p><ul><li>Item1</li><li>Item2</li></ul>')).toEqual([
      ['main', 'Main.', 'Item1', 'Item2'],
    ]);
    expect(storiesOf('<aside><p>Rail.</p><ul><li>Item1</li><li>Item2</li></ul></aside>')).toEqual([
      ['rail', 'Rail.'],
      ['rail', 'Item1'],
      ['rail', 'Item2'],
    ]);
  });

  test.each([
    ['aside', '<aside><p>Apart</p></aside>', 'rail'],
    ['nav', '<nav><p>Apart</p></nav>', 'rail'],
    ['footer', '<footer><p>Apart</p></footer>', 'rail'],
    ['a related box', '<div class="box related-stories"><p>Apart</p></div>', 'rail'],
    ['comments', '<div id="comments"><p>Apart</p></div>', 'comments'],
  ])('%s within an article is a story apart', (_, inner, place) => {
    expect(storiesOf(`<article><p>Main1</p>${inner}<p>Main2</p></article>`)).toEqual([
      ['main', 'Main1', 'Main2'],
      [place, 'Apart'],
    ]);
  });

  test('each comment is one', () => {
    const html = '<section class="comments"><article><p>First</p></article><ul><li>Secnd</li></ul></section>';
    expect(storiesOf(html)).toEqual([
      ['comments', 'First'],
      ['comments', 'Secnd'],
    ]);
  });

  test('a headline that links elsewhere begins one that ends at the next heading', () => {
    const html = `
      <h2><a href="/1">First headline of a front page</a></h2><p>One..</p>
      <h3><a href="/2">Second headline of a front page</a></h3><p>Two..</p>
      <h2>Plain</h2><p>Three</p>`;
    expect(storiesOf(html)).toEqual([
      ['main', 'First', 'One..'],
      ['main', 'Secon', 'Two..'],
      ['main', 'Plain', 'Three'],
    ]);
  });

  test('a linked line that is no heading is one by itself, and parts nothing', () => {
    const html = '<p>Lead.</p><p><a href="/x">Read also: a story from elsewhere</a></p><p>More.</p>';
    expect(storiesOf(html)).toEqual([
      ['main', 'Lead.', 'More.'],
      ['main', 'Read '],
    ]);
  });

  test('a short link, an anchor without address and a paragraph with some links part nothing', () => {
    const html = `<p>Lead.</p><h2><a href="/x">Subscribe</a></h2><h2><a name="x">A target and no link to a page</a></h2>
      <p>Words that are many, and then <a href="/y">a link among them</a>, and words.</p>`;
    expect(storiesOf(html)).toHaveLength(1);
  });

  test('there is none on an empty page', () => {
    expect(partIntoStories([])).toEqual([]);
  });
});
