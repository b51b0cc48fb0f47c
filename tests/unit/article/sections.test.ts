import { expect, test } from 'vitest';
import { sectionsOf } from '../../../lib/article/sections.ts';
import { FlowBuilder, type RegionKind } from '../../../lib/detection/flow.ts';

/** Sections of blocks: `h` a heading, `p` a paragraph, `<kind>` and `/` the borders of a region. */
function sections(outline: string): number[] {
  const flow = new FlowBuilder<0>();
  for (const sign of outline.split(' ')) {
    if (sign === '/') flow.closeRegion();
    else if (sign.startsWith('<')) flow.openRegion(sign.slice(1, -1) as RegionKind);
    else {
      flow.breakBlock();
      flow.setHeading(sign === 'h' ? 2 : 0);
      flow.text('Text', 0);
      flow.setHeading(0);
    }
  }
  return sectionsOf(flow.blocks);
}

test.each([
  ['p p p', [0, 0, 0]],
  ['h p h p p', [0, 0, 1, 1, 1]],
  ['h h p h p', [0, 0, 0, 1, 1]],
  ['p h p', [0, 1, 1]],
  ['<article> h p / <article> h p /', [0, 0, 1, 1]],
  ['<article> h p <aside> h p / p h p /', [0, 0, 1, 1, 0, 2, 2]],
  ['<article> p <section> p / <item> p / p /', [0, 0, 0, 0]],
  ['<article> h <section> p h p / /', [0, 0, 1, 1]],
])('of %s', (outline, expected) => {
  expect(sections(outline)).toEqual(expected);
});
