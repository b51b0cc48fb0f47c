/** What a card shows of an entity: chosen from the dataset, in the reader's language, with numbered sources. */
import { articleId } from './article-id.ts';
import { byDate } from './calendar.ts';
import type { Dataset } from './dataset.ts';
import type { Drawing, Flags } from './drawing.ts';
import { entityName } from './entity-name.ts';
import type { CardFigure } from './figure-card.ts';
import { localize, type Text } from './localized.ts';
import type { Article, Fact, Instrument, Kind, Language, Participation, Source, Stance, View } from './schema.ts';
import { eventsSince } from './since.ts';
import { type RecordAge, recordAge, type StatusSummary, summarizeStatus } from './status.ts';

/** A card holds no more facts than this, the newest. */
const MOST_FACTS = 3;

/** A sourced statement as shown. `sources` are numbers into the card's list, from 1. */
export interface CardFact {
  text: Text;
  date: string;
  sources: number[];
  confidence: Fact['confidence'];
}

export interface CardSource {
  number: number;
  publisher: string;
  title: string;
  url: string;
  /** ISO date of publication, or of the editor's last reading where the source has none. */
  date: string;
  dated: 'published' | 'accessed';
}

/** A state's or organisation's line in the depositary's table. */
export interface CardParticipation {
  signed: { date: string; sources: number[]; disputed: boolean } | undefined;
  bound: { kind: Instrument; date: string; sources: number[] } | undefined;
  /** Sources of the table itself: what bears out "has not signed". */
  sources: number[];
}

/** A stance at a date, with what was said. */
export interface CardPosition {
  stance: Stance;
  text: Text;
  date: string;
  sources: number[];
}

/** For whom a person spoke, and when: dates as far as they are known. */
export interface CardRole {
  title: Text;
  from: string | undefined;
  to: string | undefined;
  /** A date at which the person is known to have had the role. */
  date: string;
  sources: number[];
}

/** Somebody's view of an article; whose it is, is part of it. */
export interface CardOpinion {
  holder: string;
  text: Text;
  date: string;
  sources: number[];
}

/** What has happened since an article was written: what is told at once, and the rest. */
export interface CardSince {
  published: string;
  told: CardFact[];
  others: CardFact[];
}

export interface CardLink {
  id: string;
  name: Text;
}

/** Where the treaty stands, its sources as numbers. */
export type CardStatus = Omit<StatusSummary, 'since'> & {
  sources: number[];
  since: { count: number; sources: number[] };
};

/** A card's content, plain data that can be sent as a message. */
export interface CardContent extends RecordAge {
  id: string;
  kind: Kind | 'article';
  name: Text;
  /** ISO 3166-1 alpha-2, where there is a flag. */
  iso: string | undefined;
  /** That flag, once `withFlag` has put it in. */
  flag?: Drawing;
  /** Of an article of the convention. */
  number?: number;
  who: CardFact | undefined;
  /** Stances, oldest first; the last one holds. */
  positions: CardPosition[];
  roles: CardRole[];
  /** For an article: its chapter. */
  chapter: { number: number; title: Text } | undefined;
  /** For an article: both sides of what is said of it. */
  debate: { concerns: CardOpinion[]; answers: CardOpinion[] } | undefined;
  /** For the treaty, in an article whose date is known and after which something has happened. */
  since: CardSince | undefined;
  participation: CardParticipation | undefined;
  /** For a figure that the article gives: that, and what the dataset counts. */
  figure?: CardFigure;
  /** For the treaty: where it stands today. */
  status: CardStatus | undefined;
  facts: CardFact[];
  quotation: { text: Text; speaker: string; date: string; sources: number[] } | undefined;
  related: CardLink[];
  sources: CardSource[];
}

/** The date under which a source is given, and what it is the date of. */
export function datingOf({ published, accessed }: Source): Pick<CardSource, 'date' | 'dated'> {
  return published ? { date: published, dated: 'published' } : { date: accessed, dated: 'accessed' };
}

/** Numbers sources in the order in which the card first cites them, from its top down. */
export class SourceList {
  readonly cited: CardSource[] = [];
  readonly #dataset: Dataset;
  readonly #numbers = new Map<string, number>();

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  cite(ids: readonly string[]): number[] {
    return ids.map((id) => this.#numbers.get(id) ?? this.#add(id)).sort((one, other) => one - other);
  }

  #add(id: string): number {
    const source = this.#dataset.sources.find((candidate) => candidate.id === id);
    if (!source) throw new RangeError(`The dataset has no source "${id}"`);
    const number = this.cited.length + 1;
    this.#numbers.set(id, number);
    this.cited.push({
      number,
      publisher: source.publisher,
      title: source.title,
      url: source.url,
      ...datingOf(source),
    });
    return number;
  }
}

/** In lists, names longer than this many UTF-16 units give way to their short form. */
const LONG_NAME = 32;

/** Whether the dataset has an entity or an article of that id. */
export function isKnown({ entities, articles }: Dataset, id: string): boolean {
  return entities.some((entity) => entity.id === id) || articles.some(({ number }) => articleId(number) === id);
}

/**
 * The name under which a list shows an entity or an article.
 * @throws {RangeError} for an id that the dataset does not know
 */
export function nameOf(dataset: Dataset, id: string, lang: Language): Text {
  const entity = dataset.entities.find((candidate) => candidate.id === id);
  if (entity) {
    const name = entityName(entity, lang);
    return entity.short && name.text.length > LONG_NAME ? localize(entity.short, lang) : name;
  }
  const article = dataset.articles.find(({ number }) => articleId(number) === id);
  if (!article) throw new RangeError(`The dataset has no entity "${id}"`);
  return localize(article.title, lang);
}

/**
 * What every card has; a kind fills in what it has to say.
 * @param today ISO date
 */
export function emptyCard(
  dataset: Dataset,
  id: string,
  kind: CardContent['kind'],
  name: Text,
  today: string,
): Omit<CardContent, 'sources'> {
  return {
    id,
    kind,
    name,
    iso: undefined,
    who: undefined,
    positions: [],
    roles: [],
    chapter: undefined,
    debate: undefined,
    since: undefined,
    participation: undefined,
    status: undefined,
    facts: [],
    quotation: undefined,
    related: [],
    ...recordAge(dataset, today),
  };
}

function articleCard(dataset: Dataset, article: Article, { lang, today }: CardQuestion): CardContent {
  const sources = new SourceList(dataset);
  const confidence = article.numbering === 'confirmed' ? 'confirmed' : 'reported';
  const who = {
    text: localize(article.summary, lang),
    date: article.date,
    sources: sources.cite(article.sources),
    confidence,
  } as const;
  const { debate } = article;
  const opinion = ({ holder, text, date, sources: ids }: View): CardOpinion => ({
    holder,
    text: localize(text, lang),
    date,
    sources: sources.cite(ids),
  });
  const about = debate && { ...who, text: localize(debate.about, lang) };
  const chapter = dataset.convention.chapters.find(({ from, to }) => from <= article.number && article.number <= to);
  return {
    ...emptyCard(dataset, articleId(article.number), 'article', localize(article.title, lang), today),
    number: article.number,
    who,
    chapter: chapter && { number: chapter.number, title: localize(chapter.title, lang) },
    facts: about ? [about] : [],
    debate: debate && { concerns: debate.concerns.map(opinion), answers: debate.answers.map(opinion) },
    related: [{ id: 'treaty', name: nameOf(dataset, 'treaty', lang) }],
    sources: sources.cited,
  };
}

/**
 * Who has signed and who is bound.
 * @param line the participant's, or undefined for a state that has done neither
 */
function participationOf(dataset: Dataset, line: Participation | undefined, sources: SourceList): CardParticipation {
  const { signed, instrument } = line ?? {};
  return {
    signed: signed && {
      date: signed.date,
      sources: sources.cite(signed.sources),
      disputed: signed.confidence === 'disputed',
    },
    bound: instrument && {
      kind: instrument.kind,
      date: instrument.deposited,
      sources: sources.cite(instrument.sources),
    },
    sources: signed && instrument ? [] : sources.cite(dataset.status.sources),
  };
}

/** Where the treaty stands, with its sources. */
function statusOf(dataset: Dataset, today: string, sources: SourceList): CardStatus {
  const summary = summarizeStatus(dataset, today);
  const { count, sources: later } = summary.since;
  return {
    ...summary,
    sources: sources.cite(dataset.status.sources),
    since: { count, sources: sources.cite(later.map(({ id }) => id)) },
  };
}

/** How facts are told in a language, citing their sources. */
function factTeller(lang: Language, sources: SourceList): (fact: Fact) => CardFact {
  return ({ text, date, sources: ids, confidence }) => ({
    text: localize(text, lang),
    date,
    sources: sources.cite(ids),
    confidence,
  });
}

/** What has happened after a day; undefined when nothing has. */
function tellSince(
  dataset: Dataset,
  published: string,
  today: string,
  tell: (fact: Fact) => CardFact,
): CardSince | undefined {
  const { told, others } = eventsSince(dataset, published, today);
  return told.length > 0 ? { published, told: told.map(tell), others: others.map(tell) } : undefined;
}

/** What has happened since an article was written, as it is shown apart from any card, with the sources of that alone. */
export function sinceOf(
  dataset: Dataset,
  { lang, today, published }: CardQuestion,
): { since: CardSince; sources: CardSource[] } | undefined {
  const sources = new SourceList(dataset);
  const since = published === undefined ? undefined : tellSince(dataset, published, today, factTeller(lang, sources));
  return since && { since, sources: sources.cited };
}

/** What a card is asked for with, beside its entity. */
export interface CardQuestion {
  lang: Language;
  /** ISO date: for the days left, the age of the status and what has happened. */
  today: string;
  /** ISO date of the article in which the reader meets the entity, when its page declares one. */
  published?: string | undefined;
}

/**
 * The card of an entity or an article (`article-24`).
 * @returns undefined for an id that the dataset does not have
 */
export function cardOf(dataset: Dataset, id: string, question: CardQuestion): CardContent | undefined {
  const { lang, today, published } = question;
  const article = dataset.articles.find(({ number }) => articleId(number) === id);
  if (article) return articleCard(dataset, article, question);
  const entity = dataset.entities.find((candidate) => candidate.id === id);
  if (!entity) return undefined;
  const sources = new SourceList(dataset);
  const fact = factTeller(lang, sources);
  const isTreaty = entity.kind === 'treaty';
  // Sources are numbered as they are cited, and a card cites in the order of these lines.
  const who = entity.who && fact(entity.who);
  const roles = entity.roles.map(({ title, from, to, date, sources: ids }) => ({
    title: localize(title, lang),
    from,
    to,
    date,
    sources: sources.cite(ids),
  }));
  const status = isTreaty ? statusOf(dataset, today, sources) : undefined;
  const since = isTreaty && published !== undefined ? tellSince(dataset, published, today, fact) : undefined;
  const line = dataset.status.participants.find((participant) => participant.entity === entity.id);
  const participation = entity.iso === undefined ? undefined : participationOf(dataset, line, sources);
  const positions = entity.positions.toSorted(byDate).map(({ stance, text, date, sources: ids }) => ({
    stance,
    text: localize(text, lang),
    date,
    sources: sources.cite(ids),
  }));
  const facts = [...entity.facts, ...(line?.domestic ?? []), ...(line?.declarations ?? [])]
    .sort(byDate)
    .slice(-MOST_FACTS)
    .map(fact);
  const { quotation } = entity;
  return {
    ...emptyCard(dataset, entity.id, entity.kind, entityName(entity, lang), today),
    iso: entity.iso,
    who,
    roles,
    status,
    since,
    participation,
    positions,
    // What has happened since says more than three facts would.
    facts: since ? [] : facts,
    quotation: quotation && {
      text: { text: quotation.text, lang: quotation.lang as Language },
      speaker: quotation.speaker,
      date: quotation.date,
      sources: sources.cite(quotation.sources),
    },
    related: entity.related.map((relatedId) => ({ id: relatedId, name: nameOf(dataset, relatedId, lang) })),
    sources: sources.cited,
  };
}

/** A card with the flag of its state, where there is one. Flags are apart from the facts, and no card needs another's. */
export function withFlag(content: CardContent, flags: Flags): CardContent {
  const flag = content.iso === undefined ? undefined : flags[content.iso];
  return flag ? { ...content, flag } : content;
}
