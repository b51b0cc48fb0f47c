import { describe, expect, test } from 'vitest';
import type { Shape } from '../../../lib/dataset/drawing.ts';
import { drawingOf, readFlags } from '../../../tools/flags.ts';
import { readDataset } from '../../../tools/read-dataset.ts';

const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20">${inner}</svg>`;

describe('the flags of the dataset', () => {
  const { entities } = readDataset().dataset;
  const codes = entities.flatMap(({ iso }) => iso ?? []);
  const flags = readFlags(codes);

  test('are there for every state, the observers and the European Union', () => {
    const states = entities.filter(({ kind }) => kind === 'state');
    expect(states.length).toBeGreaterThan(190);
    expect(states.filter(({ iso }) => iso === undefined || flags[iso] === undefined)).toEqual([]);
    expect(Object.keys(flags)).toEqual(expect.arrayContaining(['VA', 'PS', 'EU']));
  });

  test('are three wide and two high, and have something in them', () => {
    for (const [code, { viewBox, shapes }] of Object.entries(flags)) {
      const [, , width = Number.NaN, height = Number.NaN] = viewBox.split(' ').map(Number);
      expect(width / height, code).toBeCloseTo(1.5, 2);
      expect(shapes.length, code).toBeGreaterThan(0);
    }
  });

  test('are small enough to be sent with a card', () => {
    const LARGEST = 6000;
    for (const [code, flag] of Object.entries(flags)) expect(JSON.stringify(flag).length, code).toBeLessThan(LARGEST);
  });
});

test('a code without a flag is named', () => {
  expect(() => readFlags(['XX'])).toThrow('country-flag-icons has no flag for "XX"');
});

describe('a drawing', () => {
  test('keeps elements, what is within them, and attributes under the names that React has for them', () => {
    const within: Shape[] = [['circle', { cx: '15', cy: '10', r: '6' }]];
    expect(
      drawingOf(
        svg('<path fill="#FFF" d="M0 0h30v20H0z"/> <g stroke-width="2"><circle cx="15" cy="10" r="6"/></g>'),
        'x',
      ),
    ).toEqual({
      viewBox: '0 0 30 20',
      shapes: [
        ['path', { fill: '#FFF', d: 'M0 0h30v20H0z' }],
        ['g', { strokeWidth: '2' }, within],
      ],
    });
  });

  test.each([
    ['<script>alert(1)</script>', 'x has a <script>'],
    ['<image href="https://example.org/"/>', 'x has a <image>'],
    ['<path onload="alert(1)"/>', 'x has onload="alert(1)"'],
    ['<path style="fill:red"/>', 'x has style="fill:red"'],
    ['<path id="a"/>', 'x has id="a"'],
    ['<path fill="url(#a)"/>', 'x has fill="url(#a)"'],
  ])('takes over nothing that is not known: %s', (inner, message) => {
    expect(() => drawingOf(svg(inner), 'x')).toThrow(message);
  });

  test('is an SVG with a view box', () => {
    expect(() => drawingOf('<svg xmlns="http://www.w3.org/2000/svg"/>', 'x')).toThrow('x is no SVG with a view box');
    expect(() => drawingOf('<html viewBox="0 0 30 20"/>', 'x')).toThrow('x is no SVG with a view box');
  });
});
