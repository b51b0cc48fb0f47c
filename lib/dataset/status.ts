/** Where the treaty stands: counts and dates worked out from the records, never typed in. */
import { addDays, daysBetween, lastDayOf } from './calendar.ts';
import type { Dataset } from './dataset.ts';
import type { Participation, Source } from './schema.ts';

/** Days after which a reader is told that the status may have moved on. The depositary's table changes a few times a month. */
const STALE_AFTER = 45;

/** The phase of a convention's life. */
export type Phase = 'adopted' | 'open-for-signature' | 'closed-for-signature' | 'in-force';

/** How old the record of who has done what is. */
export interface RecordAge {
  /** ISO date to which the record is complete. */
  asOf: string;
  /** Days since `asOf`. */
  age: number;
  stale: boolean;
}

export interface StatusSummary extends RecordAge {
  phase: Phase;
  /** Last day for signature, ISO date. */
  signatureCloses: string;
  /** Whole days left for signature, that day included; 0 when it is over or not open. */
  daysLeft: number;
  /** Signatories on the as-of day. */
  signatories: number;
  /** Signatures since then that are known of, and the sources that tell of them. */
  since: { count: number; sources: Source[] };
  /** Instruments that count toward entry into force. */
  ratifications: number;
  /** Instruments needed for entry into force. */
  needed: number;
  /** ISO date of entry into force when the rule gives one. */
  inForce: string | undefined;
}

/** Participants that had signed by the end of a day, ISO date. What the sources dispute does not count. */
export function signatoriesAt({ status }: Pick<Dataset, 'status'>, day: string): Participation[] {
  return status.participants.filter(
    ({ signed }) => signed && signed.confidence !== 'disputed' && (signed.latest ?? lastDayOf(signed.date)) <= day,
  );
}

/**
 * Participants whose instrument of ratification, acceptance, approval or accession had been deposited by the end of a
 * day, an organisation's left out: it is not counted on top of its members' (article 65, paragraph 1).
 */
export function countedInstrumentsAt(
  { status, entities }: Pick<Dataset, 'status' | 'entities'>,
  day: string,
): Participation[] {
  const states = new Set(entities.filter(({ kind }) => kind === 'state').map(({ id }) => id));
  return status.participants.filter(
    ({ entity, instrument }) => instrument !== undefined && states.has(entity) && instrument.deposited <= day,
  );
}

/** Ids, each once, of the sources of an act by those who are in one list of participants and not yet in another. */
export function sourcesOfLater(
  act: 'signed' | 'instrument',
  all: readonly Participation[],
  recorded: readonly Participation[],
): string[] {
  const later = all.filter((line) => !recorded.includes(line));
  return [...new Set(later.flatMap((line) => line[act]?.sources ?? []))];
}

/**
 * How old the record is.
 * @param today ISO date
 */
export function recordAge({ status: { asOf } }: Pick<Dataset, 'status'>, today: string): RecordAge {
  const age = Math.max(0, daysBetween(asOf, today));
  return { asOf, age, stale: age > STALE_AFTER };
}

/**
 * The status as the dataset knows it on a day. Signatories are those of the as-of day, for which the record is complete.
 * @param today ISO date
 */
export function summarizeStatus(dataset: Dataset, today: string): StatusSummary {
  const { signature, entryIntoForce } = dataset.convention;
  const { asOf } = dataset.status;
  const complete = asOf < today ? asOf : today;
  const counted = countedInstrumentsAt(dataset, today);
  const last = counted.map(({ instrument }) => instrument?.deposited ?? '').sort()[entryIntoForce.instruments - 1];
  const inForce = last === undefined ? undefined : addDays(last, entryIntoForce.days);
  const recorded = signatoriesAt(dataset, complete);
  const signatories = signatoriesAt(dataset, today);
  const later = sourcesOfLater('signed', signatories, recorded);
  let phase: Phase = 'open-for-signature';
  if (inForce !== undefined && inForce <= today) phase = 'in-force';
  else if (today < signature.opens) phase = 'adopted';
  else if (today > signature.closes) phase = 'closed-for-signature';
  return {
    phase,
    signatureCloses: signature.closes,
    daysLeft: today < signature.opens ? 0 : Math.max(0, daysBetween(today, signature.closes)),
    signatories: recorded.length,
    since: {
      count: signatories.length - recorded.length,
      sources: dataset.sources.filter(({ id }) => later.includes(id)),
    },
    ratifications: counted.length,
    needed: entryIntoForce.instruments,
    inForce,
    ...recordAge(dataset, today),
  };
}
