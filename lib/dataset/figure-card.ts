/**
 * The card of a figure that an article gives of the treaty's life: beside it what the dataset counts for the article's
 * day and for today. It judges nothing; it shows both.
 */

import { articleId } from './article-id.ts';
import { byDate, daysBetween, lastDayOf } from './calendar.ts';
import { type CardContent, type CardFact, type CardQuestion, emptyCard, nameOf, SourceList } from './card.ts';
import type { Dataset } from './dataset.ts';
import { entityName } from './entity-name.ts';
import { localize } from './localized.ts';
import type { TimelineEvent } from './schema.ts';
import { countedInstrumentsAt, signatoriesAt, sourcesOfLater } from './status.ts';
import type { Bound, FigureKind } from './terms.ts';

/** A figure as an article gives it. */
export interface ReadFigure {
  kind: FigureKind;
  value: number;
  bound: Bound;
  /** The article's words. */
  words: string;
}

/** What the dataset counts on a day. */
export interface FigureCount {
  of: 'signatories' | 'ratifications' | 'needed';
  /** `today`, or the article's day; undefined where what is counted does not change. */
  when: 'published' | 'today' | undefined;
  /** ISO date of that day; undefined where the article's is not known. */
  date: string | undefined;
  /** Undefined where there is no day to count for. */
  count: number | undefined;
  /**
   * Whether there may have been more: not every day of signature is known (`undated`), or the day lies after the one
   * to which the record is complete (`unrecorded`).
   */
  more: 'none' | 'undated' | 'unrecorded';
  sources: number[];
}

/** What a figure's card has beside what every card has. */
export interface CardFigure {
  article: ReadFigure;
  counts: FigureCount[];
  /** Where the article says "ratified" of as many as had signed: both counts of its day. */
  signing: { signed: FigureCount; ratified: FigureCount } | undefined;
  /** For votes: whether the dataset has none with the article's number. */
  isUnknownVote: boolean;
  /** For votes: when the convention was adopted without one. */
  withoutVote: { date: string; sources: number[] } | undefined;
}

/** A card tells no more reports of a figure than this. */
const MOST_REPORTS = 3;
/** Newspapers count the European Union or leave it out, and count a day early or late: an exact figure may differ by this. */
const SLACK = 3;
/** "Nearly 70" may be off by this share. */
const ABOUT = 0.1;
/** "More than 60" is said of no number that is higher by more than this share. */
const MORE = 0.5;
/** Signing and coming into force, as the convention's articles have them. */
const ARTICLES: Readonly<Record<'signing' | 'needed', number>> = { signing: 64, needed: 65 };

const VOTES: readonly FigureKind[] = ['votes-for', 'votes-against', 'abstentions'];

/** Whether an article that gives this figure can mean a count. */
function fits({ value, bound }: ReadFigure, count: number): boolean {
  switch (bound) {
    case 'exact':
      return Math.abs(value - count) <= SLACK;
    case 'about':
      return Math.abs(value - count) <= Math.max(SLACK, count * ABOUT);
    case 'at-least':
      return count >= value - SLACK && count <= value * (1 + MORE);
    case 'at-most':
      return count <= value + SLACK && count >= value * (1 - MORE);
    default:
      return bound satisfies never;
  }
}

/** Reports of a figure, oldest first: those that tell the article's number, then the newest. */
function reportsOf({ timeline }: Dataset, { kind, value }: ReadFigure, today: string): TimelineEvent[] {
  const isVote = VOTES.includes(kind);
  const telling = timeline.filter(
    ({ figures = {}, date }) =>
      lastDayOf(date) <= lastDayOf(today) && (isVote ? VOTES.some((vote) => vote in figures) : kind in figures),
  );
  const alike = telling.filter(({ figures }) => figures?.[kind] === value);
  const others = telling.filter((event) => !alike.includes(event)).toReversed();
  // Of votes, one that is the article's says all; the others are other votes.
  const chosen = isVote && alike.length > 0 ? alike : [...alike, ...others];
  return chosen.slice(0, MOST_REPORTS).sort(byDate);
}

/**
 * The card of a figure.
 * @param figure as the article gives it
 */
export function figureCardOf(
  dataset: Dataset,
  figure: ReadFigure,
  { lang, today, published }: CardQuestion,
): CardContent | undefined {
  const { convention, status } = dataset;
  const treaty = dataset.entities.find(({ id }) => id === convention.entity);
  if (!treaty) return undefined;
  const sources = new SourceList(dataset);
  const { kind } = figure;
  // Dates of pages are those of their own time zone, in which it may be tomorrow; later than that they are wrong.
  const ahead = published === undefined ? 0 : -daysBetween(published, today);
  const day = ahead > 1 ? undefined : ahead === 1 ? today : published;

  const countOn = (of: 'signatories' | 'ratifications', when: 'published' | 'today'): FigureCount => {
    const date = when === 'today' ? today : day;
    if (date === undefined) return { of, when, date, count: undefined, more: 'none', sources: [] };
    const on = (end: string) =>
      of === 'signatories' ? signatoriesAt(dataset, end) : countedInstrumentsAt(dataset, end);
    const [all, recorded] = [on(date), on(status.asOf)];
    const later = sourcesOfLater(of === 'signatories' ? 'signed' : 'instrument', all, recorded);
    const record = date < convention.signature.opens ? convention.signature.sources : status.sources;
    const isUndated = recorded.some(
      (line) => of === 'signatories' && !all.includes(line) && (line.signed?.date ?? '') <= date,
    );
    return {
      of,
      when,
      date,
      count: all.length,
      more: date > status.asOf ? 'unrecorded' : isUndated ? 'undated' : 'none',
      sources: sources.cite([...new Set([...record, ...later])]),
    };
  };
  const onBothDays = (of: 'signatories' | 'ratifications') => [
    ...(day === today ? [] : [countOn(of, 'published')]),
    countOn(of, 'today'),
  ];

  const counts: FigureCount[] = [];
  if (kind === 'needed') {
    const { instruments, sources: ids } = convention.entryIntoForce;
    counts.push({
      of: 'needed',
      when: undefined,
      date: undefined,
      count: instruments,
      more: 'none',
      sources: sources.cite(ids),
    });
    counts.push(countOn('ratifications', 'today'));
  } else if (kind === 'signatories' || kind === 'ratifications') counts.push(...onBothDays(kind));

  const reports = reportsOf(dataset, figure, today);
  const reported = reports.some(({ figures }) => (figures?.ratifications ?? 0) >= figure.value - SLACK);
  const when = day === undefined ? 'today' : 'published';
  const saysSigned = (): CardFigure['signing'] => {
    const [signed, ratified] = [countOn('signatories', when), countOn('ratifications', when)];
    const isSigned = fits(figure, signed.count ?? 0) && !fits(figure, ratified.count ?? 0);
    return isSigned && !reported ? { signed, ratified } : undefined;
  };
  const signing = kind === 'ratifications' ? saysSigned() : undefined;
  const { date, withoutVote } = convention.adopted;
  const isVote = VOTES.includes(kind);
  const rule = convention.entryIntoForce;
  const fact = ({ text, date: told, sources: ids, confidence }: TimelineEvent): CardFact => ({
    text: localize(text, lang),
    date: told,
    sources: sources.cite(ids),
    confidence,
  });
  const about = [kind === 'needed' && ARTICLES.needed, signing && ARTICLES.signing]
    .filter((number) => typeof number === 'number')
    .filter((number) => dataset.articles.some((article) => article.number === number));
  return {
    ...emptyCard(dataset, treaty.id, treaty.kind, entityName(treaty, lang), today),
    figure: {
      article: figure,
      counts,
      signing,
      isUnknownVote: isVote && !reports.some(({ figures }) => figures?.[kind] === figure.value),
      withoutVote: isVote && withoutVote ? { date, sources: sources.cite(withoutVote.sources) } : undefined,
    },
    who:
      kind === 'needed'
        ? { text: localize(rule.rule, lang), date, sources: sources.cite(rule.sources), confidence: 'confirmed' }
        : undefined,
    facts: reports.map(fact),
    related: [treaty.id, ...about.map(articleId)].map((id) => ({ id, name: nameOf(dataset, id, lang) })),
    sources: sources.cited,
  };
}
