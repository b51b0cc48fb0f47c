/** Prints a run for people. */
import { type ComparedPage, type GatedPage, RIVALS } from './compare.ts';
import type { GrowthPoint } from './growth.ts';
import type { Results } from './results.ts';
import { rounded } from './stats.ts';

/** Load for each core from which on others' work is in the figures. */
const BUSY = 0.75;

function table(title: string, rows: readonly object[] | object): void {
  console.log(`\n${title}`);
  console.table(rows);
}

function byName<Row extends { name: string }>(rows: readonly Row[], columns: (row: Row) => object): object {
  return Object.fromEntries(rows.map((row) => [row.name, columns(row)]));
}

function timesOf({ units, mentions, cold, warm, stopped }: ComparedPage, state: 'cold' | 'warm'): object {
  const { text, walk, sieve, gate, flow, find, paint, expression, markjs } = state === 'warm' ? warm : cold;
  const early = RIVALS.flatMap((rival) => {
    const share = stopped[rival];
    return share === undefined ? [] : `${rival} at ${rounded(share * 100)} %`;
  }).join(', ');
  return {
    'kB text': Math.round(units / 1000),
    mentions,
    text,
    walk,
    sieve,
    gate,
    flow,
    find,
    paint,
    expression,
    markjs,
    stopped: early,
  };
}

function ratiosToText({ warm, mentions }: ComparedPage): object {
  const { text, walk, sieve, gate, find, paint, expression, markjs } = warm;
  return {
    'walk/text': rounded(walk / text),
    'sieve/text': rounded(sieve / text),
    'gate/text': rounded(gate / text),
    'find/text': rounded(find / text),
    'paint/find': mentions > 0 ? rounded(paint / find) : '',
    'expression/ours': rounded(expression / (find + paint)),
    'mark.js/ours': rounded(markjs / (find + paint)),
  };
}

function gatedOf({ units, warm: { text, sieve, gate } }: GatedPage): object {
  return {
    'kB text': Math.round(units / 1000),
    text,
    sieve,
    gate,
    'sieve/text': rounded(sieve / text),
    'gate/text': rounded(gate / text),
  };
}

const pointOf = ({ at, amount, find, power }: GrowthPoint) => ({ at, amount, find, power: power ?? '' });

/** Prints everything. */
export function printResults(results: Results): void {
  const { machine, names, caps, pages, silent, gated, ratios, growth, weight, underlining, storm, throttled, wanted } =
    results;
  const all = [...pages, ...silent];
  console.log(
    `text: body.textContent, the floor; walk: a bare TreeWalker; sieve: the gate's first; gate: both; flow: reading the page into blocks, a part of find;\n` +
      `find: all mentions with their ranges; paint: ranges again, and highlights; expression, markjs: names wrapped in elements.\n` +
      `We know ${names.entries} entries (patterns); the rivals are given ${names.plain} plain names of the same entities.\n` +
      `A rival is stopped after ${caps.real} ms on a real page and ${caps.generated} ms on a generated one; what is printed is then\n` +
      `what all would take at its pace, and "stopped" names it. All times in milliseconds, medians; cold times of real and\n` +
      `of large pages are of one load. What is stopped at a small share is a rough guess.`,
  );
  table(
    'Warm',
    byName(all, (page) => timesOf(page, 'warm')),
  );
  table(
    'Cold: the first run of each in a fresh process, after those to its left but for flow, which comes after find',
    byName(all, (page) => timesOf(page, 'cold')),
  );
  table('Ratios, warm; "ours" is find + paint', byName(all, ratiosToText));
  table('The gate on real pages about other things, warm', byName(gated, gatedOf));
  table('Each beside each, warm: row / column, median over pages about the treaty', ratios.warm);
  table('Each beside each, cold', ratios.cold);
  table(
    'Made once a page, and drawn by the browser',
    byName(all, ({ detector, frame }) => ({
      'making the detector': detector,
      'the frame after painting': frame ?? '',
    })),
  );
  table('Growth of finding with the text', growth.text.map(pointOf));
  table('Growth with the text, in one paragraph', growth.oneBlock.map(pointOf));
  table('Growth with the entries known', growth.names.map(pointOf));
  table('Growth with the mentions found', growth.mentions.map(pointOf));
  table(
    'Added to a page about other things: ms, kB',
    byName(weight, ({ on, off, added }) => ({
      'script on': on.script,
      'script off': off.script,
      'script added': added.script,
      'task on': on.task,
      'task off': off.task,
      'task added': added.task,
      'heap on': on.heap,
      'heap off': off.heap,
      'heap added': added.heap,
    })),
  );
  table(
    `First underline and layout shifts caused (one made on purpose: ${underlining.control})`,
    byName(underlining.pages, ({ afterLoad, afterParsed, shift }) => ({
      'after load': afterLoad ?? 'never',
      'after parsing': afterParsed ?? 'never',
      shift,
    })),
  );
  table(`${storm.mutations} mutations of a page of ${storm.units / 1000} kB`, {
    script: storm.script,
    'styles and layout': storm.layout,
    task: storm.task,
  });
  table(`An article of ${throttled.words} words on a processor ${throttled.throttling} times slower`, {
    'longest task': throttled.longest,
    'all tasks': throttled.task,
    'longest of the gate': { on: throttled.ours.gate },
    'longest when another script begins': { on: throttled.ours.scripts },
    'longest with a message heard': { on: throttled.ours.message },
    'longest of reading and painting': { on: throttled.ours.reading },
  });
  table('What the longest task is made of (microtasks: the annotator at work behind a message)', throttled.parts);
  table(
    'Wanted',
    byName(
      wanted.map((row) => ({ ...row, name: row.what })),
      ({ what: _what, name: _name, ...row }) => row,
    ),
  );
  console.log(`\n${machine.cpu}, ${machine.cores} cores, load ${machine.load}; ${machine.seconds} s`);
  // Others' work is in every figure then, and most of all in those of short runs.
  if (machine.load > machine.cores * BUSY)
    console.log('The machine was busy before the run began: its figures are too high.');
}
