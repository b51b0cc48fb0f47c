import { describe, expect, test } from 'vitest';
import { parsePage } from '../../../lib/article/html-tree.ts';
import type { Found } from '../../../lib/detection/detect.ts';
import { flowOfText } from '../../../lib/detection/flow.ts';
import { finish, type Steps } from '../../../lib/detection/steps.ts';
import { detector } from '../support/detecting.ts';

const ABOUT = 'Russia signed the UN Convention against Cybercrime. Human Rights Watch spoke against the treaty. ';

/** How many steps some work takes, and what it yields. */
function walked<Result, Meanwhile>(steps: Steps<Result, Meanwhile>): { count: number; yielded: Meanwhile[] } {
  const yielded: Meanwhile[] = [];
  for (let count = 1; ; count++) {
    const { done, value } = steps.next();
    if (done) return { count, yielded };
    if (value !== undefined) yielded.push(value);
  }
}

test('work is done when its steps are', () => {
  function* three(): Steps<string, number> {
    yield 1;
    yield;
    return 'done';
  }
  expect(finish(three())).toBe('done');
  expect(walked(three())).toEqual({ count: 3, yielded: [1] });
});

describe('detection pauses', () => {
  test('within a long block', () => {
    const text = ABOUT.repeat(200);
    const { count } = walked(detector.detectInSteps(flowOfText(text, 'en'), { lang: 'en' }));
    expect(count).toBeGreaterThan(text.length / 1000);
  });

  test('in a page about other things', () => {
    const blocks = flowOfText('The weather was fair and the harvest good.\n\n'.repeat(300), 'en');
    const { count } = walked(detector.detectInSteps(blocks, { lang: 'en' }));
    expect(count).toBeGreaterThan(blocks.length);
  });
});

describe('stories in view', () => {
  const { blocks } = parsePage(`<article><p>${ABOUT}</p></article><article><p>${ABOUT}</p></article>`);
  const read = (isInView: (block: number) => boolean) => {
    const { yielded } = walked(detector.detectInSteps(blocks, { lang: 'en', isInView }));
    return (yielded as Found[]).map(({ mentions }) => [...new Set(mentions.map(({ block }) => block))]);
  };

  test('are told before the others are read', () => {
    expect(read((block) => block === 1)).toEqual([[1]]);
    expect(read((block) => block === 0)).toEqual([[0]]);
  });

  test('are not told apart where all are in view, or none is', () => {
    expect(read(() => true)).toEqual([]);
    expect(read(() => false)).toEqual([]);
  });

  test('change no mention, and not their order', () => {
    const all = detector.detect(blocks, { lang: 'en' });
    expect(all.mentions.length).toBeGreaterThan(4);
    expect(finish(detector.detectInSteps(blocks, { lang: 'en', isInView: (block) => block === 1 }))).toEqual(all);
  });
});
