/**
 * Takes over the depositary's table of participants.
 *
 *     npm run data:import -- FILE [--as-of YYYY-MM-DD] [--write]
 *
 * FILE is the page of XVIII-16 as saved from the UN Treaty Collection, or its MTDSG XML. Prints what would change;
 * `--write` changes `status.json` and moves its as-of date: the one the page states, or the one given. A table that
 * cannot be believed changes nothing and exits with 1.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  applyTable,
  compareStatus,
  DepositaryError,
  readDepositaryRows,
  type StatusChange,
} from '../lib/dataset/depositary.ts';
import { readDepositaryTable } from './depositary-table.ts';
import { DATA_FOLDER, readDataset } from './read-dataset.ts';

const SOURCE = 'untc-xviii-16';
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

function describeChange({ entity, what, before, after }: StatusChange): string {
  return `${entity}: ${what} ${before === undefined ? after : `${before} → ${after}`}`;
}

/** Imports one file into a data folder; what it says is printed. */
function importTable(file: string, givenAsOf: string | undefined, write: boolean, folder: string): void {
  const { dataset } = readDataset(folder);
  const table = readDepositaryTable(readFileSync(file, 'utf8'));
  const asOf = givenAsOf ?? table.asOf;
  if (asOf === undefined || !ISO_DAY.test(asOf)) {
    throw new DepositaryError(['does not say for which day it stands; give it with --as-of YYYY-MM-DD']);
  }
  const entries = readDepositaryRows(table.rows, dataset.entities);
  const changes = compareStatus(dataset.status, entries, asOf);
  for (const change of changes) console.log(describeChange(change));
  console.log(
    `${entries.length} participants read; ${changes.length} change${changes.length === 1 ? '' : 's'}; ` +
      `as of ${asOf} (was ${dataset.status.asOf}).`,
  );
  if (!write) {
    console.log('Nothing was written. Add --write to apply.');
    return;
  }
  const status = applyTable(dataset.status, entries, asOf, SOURCE);
  const sources = dataset.sources.map((source) => (source.id === SOURCE ? { ...source, accessed: asOf } : source));
  writeFileSync(`${folder}status.json`, `${JSON.stringify(status, null, 2)}\n`);
  writeFileSync(`${folder}sources.json`, `${JSON.stringify(sources, null, 2)}\n`);
  console.log('Written.');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'as-of': { type: 'string' },
    write: { type: 'boolean', default: false },
    /** Another data folder, for trying things out. */
    data: { type: 'string', default: DATA_FOLDER },
  },
});
const [file] = positionals;
if (file === undefined) {
  console.error('Usage: npm run data:import -- FILE [--as-of YYYY-MM-DD] [--write]');
  process.exitCode = 2;
} else {
  try {
    importTable(file, values['as-of'], values.write, values.data.replace(/\/?$/, '/'));
  } catch (error) {
    if (!(error instanceof DepositaryError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
