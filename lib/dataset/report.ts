/** The dataset as a page for its editors: every dated statement, the one longest unreviewed first. */
import { byDate } from './calendar.ts';
import type { Dataset } from './dataset.ts';
import { summarizeStatus } from './status.ts';

/** A dated statement of the dataset, with where it stands. */
interface Statement {
  where: string;
  date: string;
  text: string;
  sources: string[];
  /** What an editor should know of its trustworthiness. */
  note: string;
}

function* statementsOf({ entities, timeline, articles, status, convention }: Dataset): Generator<Statement> {
  for (const { id, who, positions, facts, quotation, roles } of entities) {
    if (who) yield { where: id, date: who.date, text: who.text.en, sources: who.sources, note: who.confidence };
    for (const { stance, text, date, sources } of positions) {
      yield { where: id, date, text: text.en, sources, note: `position: ${stance}` };
    }
    for (const { text, date, sources, confidence } of facts) {
      yield { where: id, date, text: text.en, sources, note: confidence };
    }
    for (const { title, date, sources } of roles) yield { where: id, date, text: title.en, sources, note: 'role' };
    if (quotation) {
      const { text, speaker, date, sources } = quotation;
      yield { where: id, date, text: `“${text}” (${speaker})`, sources, note: 'quotation' };
    }
  }
  for (const { id, date, text, sources, confidence } of timeline) {
    yield { where: `timeline: ${id}`, date, text: text.en, sources, note: confidence };
  }
  for (const { number, date, summary, sources, debate } of articles) {
    yield { where: `article ${number}`, date, text: summary.en, sources, note: 'summary' };
    for (const view of [...(debate?.concerns ?? []), ...(debate?.answers ?? [])]) {
      yield {
        where: `article ${number}`,
        date: view.date,
        text: view.text.en,
        sources: view.sources,
        note: `view of ${view.holder}`,
      };
    }
  }
  for (const { entity, signed, instrument, domestic, declarations } of status.participants) {
    if (signed)
      yield { where: entity, date: signed.date, text: 'Signed.', sources: signed.sources, note: signed.confidence };
    if (instrument) {
      const { kind, deposited, sources, confidence } = instrument;
      yield { where: entity, date: deposited, text: `Deposited: ${kind}.`, sources, note: confidence };
    }
    for (const { text, date, sources, confidence } of [...domestic, ...declarations]) {
      yield { where: entity, date, text: text.en, sources, note: confidence };
    }
  }
  for (const { text, date, sources, confidence } of [convention.depositary, convention.secretariat]) {
    yield { where: 'convention', date, text: text.en, sources, note: confidence };
  }
}

/**
 * The report, as Markdown.
 * @param today ISO date, from which ages are counted
 */
export function reportOf(dataset: Dataset, today: string): string {
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const status = summarizeStatus(dataset, today);
  const statements = [...statementsOf(dataset)].sort(byDate);
  const links = (ids: readonly string[]) =>
    ids.map((id) => {
      const source = sources.get(id);
      return source ? `[${source.publisher}](${source.url}), read ${source.accessed}` : id;
    });
  const conflicts = dataset.status.conflicts.flatMap(({ about, accounts }) => [
    `### ${about}`,
    '',
    ...accounts.map(({ claim, date, sources: ids }) => `- ${date}: ${claim} (${links(ids).join('; ')})`),
    '',
  ]);
  return `${[
    '# What the dataset says',
    '',
    `As of ${status.asOf}, ${status.age} days before ${today}${status.stale ? ': old enough that readers are warned' : ''}. ` +
      `${status.signatories} signatories, ${status.ratifications} of ${status.needed} ratifications. ` +
      `${statements.length} statements, ${dataset.sources.length} sources.`,
    '',
    '## Conflicts between sources',
    '',
    ...conflicts,
    '## Statements, oldest first',
    '',
    ...statements.map(
      ({ where, date, text, sources: ids, note }) =>
        `- **${date}** ${where}: ${text} *${note}* (${links(ids).join('; ')})`,
    ),
  ].join('\n')}\n`;
}
