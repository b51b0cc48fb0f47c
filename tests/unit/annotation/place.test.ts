import { describe, expect, test } from 'vitest';
import {
  type Box,
  chooseSide,
  linesTogether,
  placeBeside,
  placeDragged,
  roomBeside,
  sheetHeight,
  withoutEdges,
} from '../../../lib/annotation/place.ts';

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const WINDOW = box(0, 0, 1000, 600);

describe('lines that go together', () => {
  test('one line is itself', () => {
    expect(linesTogether([box(10, 20, 30, 18)], 0)).toEqual(box(10, 20, 30, 18));
  });

  test('words over two lines are as high as both and as wide as the one meant', () => {
    const lines = [box(500, 100, 100, 18), box(20, 128, 60, 18)];
    expect(linesTogether(lines, 0)).toEqual(box(500, 100, 100, 46));
    expect(linesTogether(lines, 1)).toEqual(box(20, 100, 60, 46));
  });

  test('words that go on in the next column are two places', () => {
    const lines = [box(20, 560, 100, 18), box(20, 588, 100, 18), box(320, 100, 100, 18)];
    expect(linesTogether(lines, 0)).toEqual(box(20, 560, 100, 46));
    expect(linesTogether(lines, 2)).toEqual(box(320, 100, 100, 18));
  });

  test('parts of one line, of other sizes of type, are one line', () => {
    const lines = [box(20, 104, 50, 12), box(70, 100, 50, 18), box(120, 106, 20, 9)];
    expect(linesTogether(lines, 1)).toEqual(box(70, 100, 50, 18));
  });
});

describe('the side of the words', () => {
  const room = (above: number, below: number) => ({ words: WINDOW, above, below });

  test('stays where it is as long as there is room', () => {
    expect(chooseSide(room(500, 300), 300, 'below')).toBe('below');
    expect(chooseSide(room(300, 500), 300, 'above')).toBe('above');
  });

  test('changes for more room, and not for less', () => {
    expect(chooseSide(room(400, 299), 300, 'below')).toBe('above');
    expect(chooseSide(room(280, 299), 300, 'below')).toBe('below');
    expect(chooseSide(room(299, 299), 300, 'above')).toBe('above');
  });

  test('has all lines in sight, or the one meant where they leave no room', () => {
    const all = box(0, 60, 200, 480);
    const meant = box(0, 60, 200, 20);
    expect(roomBeside(withoutEdges(WINDOW), [all, meant])).toEqual({ words: meant, above: 44, below: 504 });
    const high = box(0, 0, 1000, 800);
    expect(roomBeside(withoutEdges(high), [all, meant])).toEqual({ words: all, above: 44, below: 244 });
  });

  test('words out of the window leave it all, and never less than nothing', () => {
    const [above, below] = [box(0, -50, 80, 20), box(0, 700, 80, 20)];
    expect(roomBeside(WINDOW, [above, above])).toMatchObject({ above: 0, below: 622 });
    expect(roomBeside(WINDOW, [below, below])).toMatchObject({ above: 692, below: 0 });
  });
});

describe('a card beside its words', () => {
  const area = withoutEdges(WINDOW);
  const card = { width: 368, height: 200 };

  test('begins where they begin, a little away', () => {
    const words = box(300, 300, 120, 20);
    expect(placeBeside(area, words, card, 'below', false)).toEqual({ x: 300, y: 328 });
    expect(placeBeside(area, words, card, 'above', false)).toEqual({ x: 300, y: 92 });
  });

  test('begins at the right in text that runs from right to left', () => {
    expect(placeBeside(area, box(500, 300, 120, 20), card, 'below', true).x).toBe(620 - 368);
  });

  test('is shifted into the window', () => {
    expect(placeBeside(area, box(900, 300, 90, 20), card, 'below', false).x).toBe(1000 - 8 - 368);
    expect(placeBeside(area, box(20, 300, 90, 20), card, 'below', true).x).toBe(8);
  });
});

describe('a sheet', () => {
  test('is for narrow windows, and leaves nearly half of them', () => {
    expect(sheetHeight(box(0, 0, 481, 800))).toBeUndefined();
    expect(sheetHeight(box(0, 0, 480, 800))).toBe(440);
    expect(sheetHeight(box(0, 0, 320, 256))).toBe(140);
  });

  test('has room at one edge wherever a line is in the smallest window', () => {
    const view = box(0, 0, 320, 256);
    for (let y = 0; y <= 236; y++) {
      const line = box(10, y, 200, 20);
      const { above, below } = roomBeside(view, [line, line]);
      expect(Math.max(above, below)).toBeGreaterThanOrEqual(96);
    }
  });
});

describe('a card put somewhere', () => {
  const area = withoutEdges(WINDOW);
  const card = { width: 368, height: 400 };

  test('stands there, and may grow down to the edge', () => {
    expect(placeDragged(area, card, { x: 50, y: 60 })).toEqual(box(50, 60, 368, 532));
  });

  test('stays in the window on every side', () => {
    expect(placeDragged(area, card, { x: -90, y: -90 })).toMatchObject({ x: 8, y: 8 });
    expect(placeDragged(area, card, { x: 5000, y: 5000 })).toEqual(box(624, 432, 368, 160));
    expect(placeDragged(area, { width: 368, height: 90 }, { x: 0, y: 5000 })).toMatchObject({ y: 502, height: 96 });
  });

  test('shows its head where the window is too small for it', () => {
    expect(placeDragged(withoutEdges(box(0, 0, 300, 100)), card, { x: 80, y: 80 })).toEqual(box(8, 8, 368, 96));
  });

  test('follows the part of the window that is seen', () => {
    expect(placeDragged(withoutEdges(box(200, 300, 600, 400)), card, { x: 0, y: 0 })).toMatchObject({ x: 208, y: 308 });
  });
});
