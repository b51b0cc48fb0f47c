import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDepositaryRows } from '../../../lib/dataset/depositary.ts';
import type { Status } from '../../../lib/dataset/schema.ts';
import { readDepositaryTable } from '../../../tools/depositary-table.ts';
import { DATA_FOLDER, readDataset } from '../../../tools/read-dataset.ts';
import { depositaryPage, depositaryXml, type PrintedRow } from '../../fixtures/depositary/make.ts';

const TOOL = fileURLToPath(new URL('../../../tools/data-import.ts', import.meta.url));
const NBSP = ' ';

/** Names, marks and spaces that the depositary's files are known to hold. */
const TRICKY: PrintedRow[] = [
  { name: 'Czech Republic', footnote: '1', signature: '25 Oct 2025' },
  { name: `Côte${NBSP}d'Ivoire`, signature: `25${NBSP}Oct${NBSP}2025` },
  { name: 'Iran (Islamic Republic of)', footnote: '2, 3', signature: '25 Oct 2025' },
  { name: 'Japan', instrument: '14 Jan 2026 (A)' },
  { name: 'France', signature: '25 Oct 2025', instrument: `3 Feb 2026${NBSP}(AA)` },
  { name: 'Qatar 4', signature: '25 Oct 2025', instrument: '12 Feb 2026' },
  { name: 'Kenya', instrument: '2 Mar 2026 a' },
  { name: 'Oman', instrument: '3 Mar 2026 (a)' },
];

const EXPECTED = [
  { entity: 'czechia', signed: '2025-10-25', instrument: undefined },
  { entity: 'cote-divoire', signed: '2025-10-25', instrument: undefined },
  { entity: 'iran', signed: '2025-10-25', instrument: undefined },
  { entity: 'japan', signed: undefined, instrument: { kind: 'acceptance', deposited: '2026-01-14' } },
  { entity: 'france', signed: '2025-10-25', instrument: { kind: 'approval', deposited: '2026-02-03' } },
  { entity: 'qatar', signed: '2025-10-25', instrument: { kind: 'ratification', deposited: '2026-02-12' } },
  { entity: 'kenya', signed: undefined, instrument: { kind: 'accession', deposited: '2026-03-02' } },
  { entity: 'oman', signed: undefined, instrument: { kind: 'accession', deposited: '2026-03-03' } },
];

describe('the depositary’s table', () => {
  const { entities } = readDataset().dataset;

  it('reads the same from the page and from the XML, whatever marks and spaces stand in it', () => {
    expect(readDepositaryRows(readDepositaryTable(depositaryPage(TRICKY)).rows, entities)).toEqual(EXPECTED);
    expect(readDepositaryRows(readDepositaryTable(depositaryXml(TRICKY)).rows, entities)).toEqual(EXPECTED);
  });

  it('takes the as-of date from the page, and none from the XML, which states none', () => {
    expect(readDepositaryTable(depositaryPage(TRICKY)).asOf).toBe('2026-11-24');
    expect(readDepositaryTable(depositaryXml(TRICKY)).asOf).toBeUndefined();
  });

  it.each([
    ['an unknown participant', { name: 'Atlantis', signature: '25 Oct 2025' }, '"Atlantis" is no participant'],
    ['an unreadable date', { name: 'Japan', signature: 'soon' }, 'cannot read the date of signature "soon"'],
    ['a day that no calendar has', { name: 'Japan', signature: '31 Feb 2026' }, 'cannot read the date of signature'],
    ['an unknown mark', { name: 'Japan', instrument: '2 Mar 2026 (q)' }, 'does not know the mark "(q)"'],
    ['a participant twice', { name: 'Qatar', signature: '25 Oct 2025' }, '"Qatar" stands twice'],
  ])('refuses %s', (_what, row, reason) => {
    const { rows } = readDepositaryTable(depositaryPage([...TRICKY, row]));
    expect(() => readDepositaryRows(rows, entities)).toThrow(reason);
  });

  it('refuses files without the table, and XML that is cut off', () => {
    expect(() => readDepositaryTable('<!doctype html><html><p>Not found</p></html>')).toThrow('holds no table');
    expect(() => readDepositaryTable(depositaryXml(TRICKY).slice(0, -40))).toThrow('no well-formed XML');
  });
});

describe('npm run data:import', () => {
  let folder: string;
  let saved: string;

  /** Rows for every signature that the dataset holds as certain. */
  function currentRows(): PrintedRow[] {
    const { dataset } = readDataset();
    return dataset.status.participants
      .filter(({ signed }) => signed && signed.confidence !== 'disputed')
      .map(({ entity, signed }) => {
        const date = new Date(`${signed?.latest ?? signed?.date}T00:00:00Z`);
        const printed = `${date.getUTCDate()} ${date.toLocaleString('en', { month: 'short', timeZone: 'UTC' })} ${date.getUTCFullYear()}`;
        return { name: dataset.entities.find(({ id }) => id === entity)?.name.en ?? entity, signature: printed };
      });
  }

  function run(rows: readonly PrintedRow[], ...args: string[]) {
    writeFileSync(saved, depositaryPage(rows));
    return spawnSync(process.execPath, [TOOL, saved, '--data', folder, ...args], { encoding: 'utf8' });
  }

  const readStatus = () => JSON.parse(readFileSync(join(folder, 'status.json'), 'utf8')) as Status;

  beforeEach(() => {
    const root = mkdtempSync(join(tmpdir(), 'treaty-lens-import-'));
    folder = join(root, 'data');
    saved = join(root, 'saved.html');
    cpSync(DATA_FOLDER, folder, { recursive: true });
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

  it('prints what would change and writes nothing', () => {
    const before = readFileSync(join(folder, 'status.json'), 'utf8');
    const { stdout, status } = run([...currentRows(), { name: 'Japan', signature: '14 Jan 2026' }]);
    expect(stdout).toContain('japan: signature 2026-01-14');
    expect(stdout).toContain('Nothing was written');
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'status.json'), 'utf8')).toBe(before);
  });

  it('with --write applies it, moves the as-of date, and leaves a dataset that passes its checks', () => {
    const { status } = run([...currentRows(), { name: 'Japan', signature: '14 Jan 2026' }], '--write');
    expect(status).toBe(0);
    const written = readStatus();
    expect(written.asOf).toBe('2026-11-24');
    expect(written.participants.find(({ entity }) => entity === 'japan')?.signed).toEqual({
      date: '2026-01-14',
      sources: ['untc-xviii-16'],
      confidence: 'confirmed',
    });
    expect(() => readDataset(`${folder}/`)).not.toThrow();
  });

  it('a second import of the same table changes nothing', () => {
    run(currentRows(), '--write');
    expect(run(currentRows()).stdout).toContain('; 0 changes;');
  });

  it('refuses a table that shrank, with code 1 and nothing changed', () => {
    const before = readFileSync(join(folder, 'status.json'), 'utf8');
    const { stderr, status } = run(currentRows().slice(1), '--write');
    expect(stderr).toContain('lacks the signature of');
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'status.json'), 'utf8')).toBe(before);
  });

  it('refuses a table older than the dataset', () => {
    expect(run(currentRows(), '--as-of', '2025-11-01').stderr).toContain("before the dataset's");
  });

  it('says how it is used when no file is named', () => {
    expect(() => execFileSync(process.execPath, [TOOL], { stdio: 'pipe' })).toThrow('Usage');
  });
});
