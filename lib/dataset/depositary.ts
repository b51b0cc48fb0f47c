/**
 * Reads the depositary's table of participants and says what it changes in the status.
 * The UN Treaty Collection's table has the columns participant, signature, and "Acceptance(A), Ratification,
 * Approval(AA), Accession(a)", with dates as `25 Oct 2025`.
 */
import { fold } from '../detection/fold.ts';
import { daysBetween } from './calendar.ts';
import type { Entity, Instrument, Participation, Status } from './schema.ts';

/** Cells of a row of the table, as text: participant, signature, instrument. */
export type DepositaryRow = readonly [name: string, signature: string, instrument: string];

/** What the table says of one participant. Dates are full ISO dates. */
export interface DepositaryEntry {
  entity: string;
  signed: string | undefined;
  instrument: { kind: Instrument; deposited: string } | undefined;
}

/** One difference between the table and the dataset. */
export interface StatusChange {
  entity: string;
  what: 'signature' | 'instrument';
  before: string | undefined;
  after: string;
}

/** Thrown when a table cannot be believed; its message lists every reason, one a line. Nothing may be changed then. */
export class DepositaryError extends Error {
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(`The depositary's table cannot be taken over:\n${reasons.map((reason) => `  ${reason}`).join('\n')}`);
    this.name = 'DepositaryError';
    this.reasons = reasons;
  }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The Treaty Collection's marks behind a date; none is a ratification. Capitals matter: (A) is no (a). */
const MARKS: Readonly<Record<string, Instrument>> = {
  '': 'ratification',
  a: 'accession',
  A: 'acceptance',
  AA: 'approval',
};
/** Behind a name: numbers of footnotes, set as superscripts, digits or signs. */
const FOOTNOTES = /(?:[\s,;]*(?:[\d¹²³⁰-⁹]+|[*†‡]+|\[\d+\]))+\s*$/u;
const DATE_CELL = /^(\d{1,2}) (\p{L}{3,9})\.? (\d{4})\s*(?:\(?(AA|A|a|[B-Zb-z]{1,2})\)?)?\s*(?:[\d¹²³⁰-⁹*,\s]*)$/u;

function tidy(cell: string): string {
  return cell.replace(/[\s ]+/gu, ' ').trim();
}

/** A date cell: an ISO date and its mark. Undefined when the cell is empty; null when it cannot be read. */
function readDate(cell: string): { date: string; mark: string } | undefined | null {
  const text = tidy(cell);
  if (text === '') return undefined;
  const [, day, monthName, year, mark = ''] = DATE_CELL.exec(text) ?? [];
  const month = MONTHS.indexOf(monthName?.slice(0, 3).toLowerCase() ?? '') + 1;
  if (!day || !year || month === 0) return null;
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date) ? { date, mark } : null;
}

/** Participants by every name that the depositary may print, folded. */
function participantsByName(entities: readonly Entity[]): Map<string, string> {
  const byName = new Map<string, string>();
  for (const { id, iso, name, depositaryNames } of entities) {
    if (iso === undefined) continue;
    for (const printed of [name.en, ...depositaryNames]) byName.set(fold(printed), id);
  }
  return byName;
}

/**
 * Reads the table's rows.
 * @throws {DepositaryError} for a participant that the dataset does not know, a date or mark that cannot be read, a
 *   participant that stands twice, and a table without rows
 */
export function readDepositaryRows(rows: readonly DepositaryRow[], entities: readonly Entity[]): DepositaryEntry[] {
  const byName = participantsByName(entities);
  const reasons: string[] = [];
  const seen = new Set<string>();
  const entries: DepositaryEntry[] = [];
  for (const [nameCell, signatureCell, instrumentCell] of rows) {
    const printed = tidy(nameCell);
    const entity = byName.get(fold(printed)) ?? byName.get(fold(printed.replace(FOOTNOTES, '')));
    if (entity === undefined) {
      reasons.push(`"${printed}" is no participant that the dataset knows`);
      continue;
    }
    if (seen.has(entity)) reasons.push(`"${printed}" stands twice`);
    seen.add(entity);
    const signature = readDate(signatureCell);
    const deposit = readDate(instrumentCell);
    if (signature === null) reasons.push(`${printed}: cannot read the date of signature "${tidy(signatureCell)}"`);
    if (deposit === null) reasons.push(`${printed}: cannot read the date of the instrument "${tidy(instrumentCell)}"`);
    const kind = deposit ? MARKS[deposit.mark] : undefined;
    if (deposit && !kind) reasons.push(`${printed}: does not know the mark "(${deposit.mark})"`);
    entries.push({
      entity,
      signed: signature?.date,
      instrument: deposit && kind ? { kind, deposited: deposit.date } : undefined,
    });
  }
  if (rows.length === 0) reasons.push('has no rows of participants');
  if (reasons.length > 0) throw new DepositaryError(reasons);
  return entries;
}

function describeInstrument(instrument: { kind: Instrument; deposited: string } | undefined): string | undefined {
  return instrument && `${instrument.kind} ${instrument.deposited}`;
}

/**
 * What the table changes in the status.
 * @param asOf the day for which the table stands, ISO date
 * @throws {DepositaryError} when the table is older than the status, or lacks an act that the status holds as certain:
 *   a table that shrank was not saved whole
 */
export function compareStatus(status: Status, entries: readonly DepositaryEntry[], asOf: string): StatusChange[] {
  const reasons: string[] = [];
  if (daysBetween(status.asOf, asOf) < 0) reasons.push(`is as of ${asOf}, before the dataset's ${status.asOf}`);
  const byEntity = new Map(entries.map((entry) => [entry.entity, entry]));
  for (const { entity, signed, instrument } of status.participants) {
    const entry = byEntity.get(entity);
    if (signed && signed.confidence !== 'disputed' && !entry?.signed && !entry?.instrument) {
      reasons.push(`lacks the signature of ${entity}, which the dataset has`);
    }
    if (instrument && !entry?.instrument) reasons.push(`lacks the instrument of ${entity}, which the dataset has`);
  }
  for (const { entity, signed, instrument } of entries) {
    for (const date of [signed, instrument?.deposited]) {
      if (date && date > asOf) reasons.push(`dates an act of ${entity} ${date}, after its own ${asOf}`);
    }
  }
  if (reasons.length > 0) throw new DepositaryError(reasons);

  const known = new Map(status.participants.map((participant) => [participant.entity, participant]));
  return entries.flatMap(({ entity, signed, instrument }) => {
    const before = known.get(entity);
    const changes: StatusChange[] = [];
    if (signed && before?.signed?.date !== signed) {
      changes.push({ entity, what: 'signature', before: before?.signed?.date, after: signed });
    }
    const [bound, now] = [describeInstrument(before?.instrument), describeInstrument(instrument)];
    if (now && bound !== now) changes.push({ entity, what: 'instrument', before: bound, after: now });
    return changes;
  });
}

/**
 * The status as the table has it: every act of the table's, sourced to it, and the as-of date moved. What the table
 * does not say (steps at home, declarations, conflicts, disputed signatures) stays.
 * @param source id of the depositary's source
 */
export function applyTable(status: Status, entries: readonly DepositaryEntry[], asOf: string, source: string): Status {
  const known = new Map(status.participants.map((participant) => [participant.entity, participant]));
  const from = (ids: readonly string[] = []) => [source, ...ids.filter((id) => id !== source)];
  for (const { entity, signed, instrument } of entries) {
    const before: Participation = known.get(entity) ?? { entity, domestic: [], declarations: [] };
    const sameDay = before.signed?.date === signed;
    known.set(entity, {
      ...before,
      ...(signed && {
        signed: {
          date: signed,
          sources: sameDay ? from(before.signed?.sources) : [source],
          confidence: 'confirmed',
        },
      }),
      ...(instrument && { instrument: { ...instrument, sources: [source], confidence: 'confirmed' } }),
    });
  }
  return { ...status, asOf, participants: [...known.values()] };
}
