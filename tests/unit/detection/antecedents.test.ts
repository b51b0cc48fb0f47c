import { describe, expect, test } from 'vitest';
import { resolveAntecedents } from '../../../lib/detection/antecedents.ts';
import { type Strength, TARGETS } from '../../../lib/detection/dictionary.ts';
import type { BlockFinding } from '../../../lib/detection/mention.ts';
import { finish } from '../../../lib/detection/steps.ts';

type Word = 'sure' | 'maybe' | 'the-treaty' | 'other' | 'budapest' | 'norway' | 'UN';

const NAMES: Readonly<Record<Exclude<Word, 'UN'>, [target: string, strength: Strength]>> = {
  sure: ['treaty', 'distinctive'],
  maybe: ['treaty', 'contextual'],
  'the-treaty': ['treaty', 'generic'],
  other: [TARGETS.otherInstrument, 'distinctive'],
  budapest: ['budapest-convention', 'distinctive'],
  norway: ['norway', 'contextual'],
};

/** What one block holds: names in order, and `UN` for the cue. */
function block(...words: Word[]): BlockFinding {
  const names = words.flatMap((word, index) => {
    if (word === 'UN') return [];
    const [target, strength] = NAMES[word];
    return [{ target, strength, start: index * 10, end: index * 10 + 5, length: 5 }];
  });
  return {
    names,
    cues: { un: words.includes('UN') ? [{ start: 0 }] : [], story: [], elsewhere: [] },
  };
}

/** The treaty's mentions in a story of blocks, each as block and place of the word in it. */
function resolved(...findings: BlockFinding[]): string[] {
  const story = { place: 'main' as const, blocks: findings.map((_, index) => index) };
  const instruments = new Set(['budapest-convention']);
  return finish(resolveAntecedents(story, findings, instruments, () => 'x'.repeat(200))).mentions.map((mention) => {
    expect(mention.entity).toBe('treaty');
    return `${mention.block}:${mention.start / 10}`;
  });
}

describe('a distinctive name', () => {
  test('is the treaty wherever it stands', () => {
    expect(resolved(block('sure'))).toEqual(['0:0']);
    expect(resolved(block('other', 'sure'))).toEqual(['0:1']);
  });

  test('makes contextual names of the same story the treaty', () => {
    expect(resolved(block('maybe'), block('sure'))).toEqual(['0:0', '1:0']);
  });
});

describe('a contextual name', () => {
  test('proves nothing by itself', () => {
    expect(resolved(block('maybe', 'norway'))).toEqual([]);
  });

  test('is the treaty beside the United Nations, in its block or the one before', () => {
    expect(resolved(block('maybe', 'UN'))).toEqual(['0:0']);
    expect(resolved(block('UN'), block('maybe'))).toEqual(['1:0']);
    expect(resolved(block('UN'), block('norway'), block('maybe'))).toEqual([]);
    expect(resolved(block('norway'), block('maybe'), block('UN'))).toEqual([]);
  });

  test('is it in a headline when the text below speaks of the United Nations and of no other instrument', () => {
    expect(resolved(block('maybe'), block('UN'))).toEqual(['0:0']);
    expect(resolved(block('maybe'), block('budapest', 'UN'))).toEqual([]);
  });

  test('is not the treaty after another instrument', () => {
    expect(resolved(block('other', 'maybe', 'UN'))).toEqual([]);
    expect(resolved(block('budapest'), block('maybe', 'UN'))).toEqual([]);
  });
});

describe('a generic name', () => {
  test('stands for the nearest instrument named before it', () => {
    expect(resolved(block('sure', 'the-treaty'))).toEqual(['0:0', '0:1']);
    expect(resolved(block('sure', 'other', 'the-treaty'))).toEqual(['0:0']);
    expect(resolved(block('sure', 'budapest', 'the-treaty'))).toEqual(['0:0']);
    expect(resolved(block('other', 'sure', 'the-treaty'))).toEqual(['0:1', '0:2']);
  });

  test('is nothing in a story that names no treaty', () => {
    expect(resolved(block('the-treaty', 'norway', 'UN'))).toEqual([]);
  });

  test('reaches six blocks back', () => {
    const gap = (blocks: number) => Array.from({ length: blocks }, () => block('norway'));
    expect(resolved(block('sure'), ...gap(5), block('the-treaty'))).toEqual(['0:0', '6:0']);
    expect(resolved(block('sure'), ...gap(6), block('the-treaty'))).toEqual(['0:0']);
  });

  test('reaches on from a generic name that was the treaty', () => {
    const gap = Array.from({ length: 5 }, () => block('norway'));
    expect(resolved(block('sure'), ...gap, block('the-treaty'), ...gap, block('the-treaty'))).toEqual([
      '0:0',
      '6:0',
      '12:0',
    ]);
  });

  test('points forward in the first two blocks, to the first instrument named', () => {
    expect(resolved(block('the-treaty'), block('the-treaty'), block('sure'))).toEqual(['0:0', '1:0', '2:0']);
    expect(resolved(block('norway'), block('norway'), block('the-treaty'), block('sure'))).toEqual(['3:0']);
    expect(resolved(block('the-treaty'), block('other'), block('sure'))).toEqual(['2:0']);
  });
});

test("only the story's own blocks are read", () => {
  const findings = [block('sure'), block('the-treaty'), block('UN'), block('maybe')];
  const { mentions } = finish(resolveAntecedents({ place: 'main', blocks: [1, 3] }, findings, new Set(), () => ''));
  expect(mentions).toEqual([]);
});
