import { describe, expect, test } from 'vitest';
import { FlowBuilder, flowOfText, placeOf } from '../../../lib/detection/flow.ts';

const textsOf = (text: string) => flowOfText(text).map((block) => block.text.trim());

describe('plain text', () => {
  test('is parted at empty lines', () => {
    expect(textsOf('One\n\nTwo\n \t\n\nThree')).toEqual(['One', 'Two', 'Three']);
  });

  test('is parted behind the end of a sentence', () => {
    expect(textsOf('It ends.\nIt ends “so.”\n終わる。\nNext')).toEqual([
      'It ends.',
      'It ends “so.”',
      '終わる。',
      'Next',
    ]);
  });

  test('flows on over a line break within a sentence', () => {
    expect(textsOf('A report of Human\nRights Watch says so.')).toEqual(['A report of Human\nRights Watch says so.']);
  });

  test('flows on where lines are wrapped to one width', () => {
    const wrapped = 'The members of the United\nNations have adopted the\nfirst convention of its\nkind.';
    expect(textsOf(wrapped)).toEqual([wrapped]);
  });

  test('is parted at each line of a list', () => {
    expect(textsOf('Norway\nThe Democratic Republic of the Congo\nChad')).toEqual([
      'Norway',
      'The Democratic Republic of the Congo',
      'Chad',
    ]);
  });

  test('takes line breaks of Windows and the paragraph separator', () => {
    expect(textsOf('One.\r\nTwo.\r\n\r\nThree\u2029\u2029Four')).toEqual(['One.', 'Two.', 'Three', 'Four']);
  });

  test('has offsets into the whole', () => {
    const text = '\n\nOne.\nTwo.\n\n  Three';
    for (const block of flowOfText(text, 'en')) {
      const start = placeOf(block, 0, 'start')?.offset;
      const end = placeOf(block, block.text.length, 'end')?.offset;
      expect(text.slice(start, end)).toBe(block.text);
      expect(block.lang).toBe('en');
    }
  });

  test('is nothing where there is none', () => {
    expect(flowOfText('')).toEqual([]);
    expect(flowOfText(' \n \n')).toEqual([]);
  });
});

describe('a flow', () => {
  test('joins pieces into blocks and keeps where each came from', () => {
    const flow = new FlowBuilder<string>();
    flow.text('Human', 'a', 3);
    flow.text(' Rights', 'b');
    flow.lineBreak();
    flow.text('Watch', 'c', 7);
    flow.breakBlock();
    flow.text('Next', 'd');
    expect(flow.blocks.map((block) => block.text)).toEqual(['Human Rights\nWatch', 'Next']);
    const [block] = flow.blocks;
    if (!block) throw new Error('There is no block');
    expect(placeOf(block, 0, 'start')).toEqual({ source: 'a', offset: 3 });
    expect(placeOf(block, 5, 'start')).toEqual({ source: 'b', offset: 0 });
    expect(placeOf(block, 5, 'end')).toEqual({ source: 'a', offset: 8 });
    expect(placeOf(block, 13, 'start')).toEqual({ source: 'c', offset: 7 });
    expect(placeOf(block, 18, 'end')).toEqual({ source: 'c', offset: 12 });
    expect(placeOf(block, 12, 'start')).toBeUndefined();
    expect(placeOf(block, 18, 'start')).toBeUndefined();
  });

  test('has something that parts words where a field stands', () => {
    const flow = new FlowBuilder<string>();
    flow.text('Human', 'a');
    flow.gap();
    flow.text('Rights', 'b');
    expect(flow.blocks).toHaveLength(1);
    expect(flow.blocks[0]?.text).toMatch(/^Human[^\p{L}\s]Rights$/u);
  });

  test('counts linked letters, knows headings, regions and languages', () => {
    const flow = new FlowBuilder<string>();
    flow.openRegion('article');
    flow.setHeading(2);
    flow.setLang('de');
    flow.openLink();
    flow.text(' Neun ', 'a');
    flow.closeLink();
    flow.text('mehr', 'b');
    flow.setHeading(0);
    flow.setLang(undefined);
    flow.closeRegion();
    flow.text('After', 'c');
    expect(flow.blocks[0]).toMatchObject({ heading: 2, lang: 'de', linked: 4, region: { kind: 'article' } });
    expect(flow.blocks[1]).toMatchObject({ heading: 0, lang: undefined, linked: 0, region: { kind: 'page' } });
  });

  test('makes no block of breaks, gaps and empty texts', () => {
    const flow = new FlowBuilder<string>();
    flow.text('', 'a');
    flow.lineBreak();
    flow.gap();
    flow.breakBlock();
    flow.closeRegion();
    expect(flow.blocks).toEqual([]);
  });
});
