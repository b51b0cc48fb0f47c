/** What a card shows of an entity: chosen from the dataset, in the reader's language, with numbered sources. */
import { articleId } from './article-id.ts';
import { byDate } from './calendar.ts';
import type { Dataset } from './dataset.ts';
import { entityName } from './entity-name.ts';
import { localize, type Text } from './localized.ts';
import type { Article, Fact, Instrument, Kind, Language, Localized, Participation, Stance } from './schema.ts';
import { type StatusSummary, summarizeStatus } from './status.ts';

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

export interface CardLink {
  id: string;
  name: Text;
}

/** A card's content, plain data that can be sent as a message. */
export interface CardContent {
  id: string;
  kind: Kind | 'article';
  name: Text;
  /** ISO 3166-1 alpha-2, where there is a flag. */
  iso: string | undefined;
  who: CardFact | undefined;
  stance: { stance: Stance; text: Text; date: string; sources: number[] } | undefined;
  participation: CardParticipation | undefined;
  /** For the treaty: where it stands today. */
  status: (StatusSummary & { sources: number[] }) | undefined;
  facts: CardFact[];
  quotation: { text: Text; speaker: string; date: string; sources: number[] } | undefined;
  related: CardLink[];
  sources: CardSource[];
  asOf: string;
}

/** Numbers sources in the order in which the card first cites them, from its top down. */
class SourceList {
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
      date: source.published ?? source.accessed,
      dated: source.published ? 'published' : 'accessed',
    });
    return number;
  }
}

/** In lists, names longer than this many UTF-16 units give way to their short form. */
const LONG_NAME = 32;

/** The name under which a list shows an entity or an article. */
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

function articleCard(dataset: Dataset, article: Article, lang: Language): CardContent {
  const sources = new SourceList(dataset);
  const fact = (text: Localized, of: Pick<Fact, 'date' | 'sources'>): CardFact => ({
    text: localize(text, lang),
    date: of.date,
    sources: sources.cite(of.sources),
    confidence: article.numbering === 'confirmed' ? 'confirmed' : 'reported',
  });
  const who = fact(article.summary, article);
  const title = localize(article.title, lang);
  return {
    id: articleId(article.number),
    kind: 'article',
    name: title,
    iso: undefined,
    who,
    stance: undefined,
    participation: undefined,
    status: undefined,
    facts: article.debate ? [fact(article.debate.about, { date: article.date, sources: article.sources })] : [],
    quotation: undefined,
    related: [],
    sources: sources.cited,
    asOf: dataset.status.asOf,
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

/**
 * The card of an entity or an article (`article-24`).
 * @param today ISO date, for the days left and the age of the status
 * @returns undefined for an id that the dataset does not have
 */
export function cardOf(dataset: Dataset, id: string, lang: Language, today: string): CardContent | undefined {
  const article = dataset.articles.find(({ number }) => articleId(number) === id);
  if (article) return articleCard(dataset, article, lang);
  const entity = dataset.entities.find((candidate) => candidate.id === id);
  if (!entity) return undefined;
  const sources = new SourceList(dataset);
  const fact = ({ text, date, sources: ids, confidence }: Fact): CardFact => ({
    text: localize(text, lang),
    date,
    sources: sources.cite(ids),
    confidence,
  });
  const who = entity.who && fact(entity.who);
  const line = dataset.status.participants.find((participant) => participant.entity === entity.id);
  const participation = entity.iso === undefined ? undefined : participationOf(dataset, line, sources);
  const status =
    entity.kind === 'treaty'
      ? { ...summarizeStatus(dataset, today), sources: sources.cite(dataset.status.sources) }
      : undefined;
  const position = entity.positions.at(-1);
  const stance = position && {
    stance: position.stance,
    text: localize(position.text, lang),
    date: position.date,
    sources: sources.cite(position.sources),
  };
  const facts = [...entity.facts, ...(line?.domestic ?? []), ...(line?.declarations ?? [])]
    .sort(byDate)
    .slice(-MOST_FACTS)
    .map(fact);
  const { quotation } = entity;
  return {
    id: entity.id,
    kind: entity.kind,
    name: entityName(entity, lang),
    iso: entity.iso,
    who,
    stance,
    participation,
    status,
    facts,
    quotation: quotation && {
      text: { text: quotation.text, lang: quotation.lang as Language },
      speaker: quotation.speaker,
      date: quotation.date,
      sources: sources.cite(quotation.sources),
    },
    related: entity.related.map((relatedId) => ({ id: relatedId, name: nameOf(dataset, relatedId, lang) })),
    sources: sources.cited,
    asOf: dataset.status.asOf,
  };
}
