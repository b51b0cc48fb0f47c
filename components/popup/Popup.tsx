/** The toolbar popup: where the treaty stands, what this page mentions, and the switches. */
import { type CardLink, type CardSince, type CardSource, datingOf } from '../../lib/dataset/card.ts';
import type { Text } from '../../lib/dataset/localized.ts';
import type { StatusSummary } from '../../lib/dataset/status.ts';
import type { Reading } from '../../lib/settings/reading.ts';
import { Since } from '../card/Since.tsx';
import { Sources } from '../card/Sources.tsx';
import { sourceDay } from '../card/source-day.ts';
import { inLanguage } from '../in-language.ts';
import { type InterfaceTexts, useInterface } from '../interface.tsx';
import { formatNumber } from '../numbers.ts';
import { asOfWords } from '../status/as-of.ts';
import { TreatyStatus } from '../status/TreatyStatus.tsx';
import { Muted } from './Muted.tsx';
import { ReadingChoices } from './ReadingChoices.tsx';
import { Switch } from './Switch.tsx';

/** An entity that the page mentions, and how often. */
export interface MentionedEntity {
  entity: string;
  name: Text;
  count: number;
}

/** The page behind the popup. */
export type PopupPage =
  | { state: 'no-web-page' }
  | { state: 'no-access'; site: string }
  | { state: 'off' | 'silent'; site: string; host: string }
  | { state: 'annotated'; site: string; host: string; mentions: MentionedEntity[] };

export interface PopupProps {
  status: StatusSummary;
  source: Pick<CardSource, 'publisher' | 'url'>;
  /** What has happened since the page was written, with its sources; undefined when that is not known or nothing has. */
  since: { since: CardSince; sources: CardSource[] } | undefined;
  page: PopupPage;
  reading: Reading;
  /** Whom the reader has muted. */
  muted: readonly CardLink[];
  paused: boolean;
  siteOn: boolean;
  /** The host whose rule the page follows: its own, a parent's, or its site's. */
  ruledHost: string;
  /** Whether the host has a rule of its own, apart from its site's. */
  ownRule: boolean;
  onSite(on: boolean): void;
  onOwnRule(own: boolean): void;
  onPause(paused: boolean): void;
  onReading(chosen: Partial<Reading>): void;
  onUnmute(entity: string): void;
  onAskAccess(): void;
  /** Takes the reader to the next mention of an entity. */
  onGoTo(entity: string): void;
}

function emptyPageText({ t }: InterfaceTexts, { page, paused, muted }: PopupProps): string {
  if (page.state === 'no-web-page') return t('popupNotAWebPage');
  if (page.state === 'no-access') return t('popupNoAccess');
  if (paused) return t('popupPaused');
  if (page.state === 'annotated' && muted.length > 0) return t('popupAllMuted');
  return page.state === 'off' ? t('popupOff') : t('popupNoMentions');
}

function Mentions({ mentions, onGoTo }: { mentions: readonly MentionedEntity[]; onGoTo(entity: string): void }) {
  const { t, lang } = useInterface();
  return (
    <ul className="popup-mentions">
      {mentions.map(({ entity, name, count }) => (
        <li key={entity}>
          <button type="button" onClick={() => onGoTo(entity)} title={t('popupGoTo')}>
            <span {...inLanguage(name.lang)}>{name.text}</span>
            <span className="popup-count">
              <span aria-hidden="true">{formatNumber(count, lang)}</span>
              <span className="for-screen-readers"> {t('popupMentions', count)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Links to what tells of the signatures since the day of the record. */
function SinceSources({ sources }: { sources: StatusSummary['since']['sources'] }) {
  const texts = useInterface();
  return sources.map((source) => (
    <span key={source.id} className="popup-since-source">
      {' '}
      <a href={source.url} title={source.title} target="_blank" rel="noreferrer noopener" dir="auto">
        {source.publisher}
      </a>
      {' · '}
      {sourceDay(datingOf(source), texts)}
    </span>
  ));
}

export function Popup(props: PopupProps) {
  const texts = useInterface();
  const { t, lang } = texts;
  const { status, source, since, page, paused } = props;
  const total = page.state === 'annotated' ? page.mentions.reduce((sum, { count }) => sum + count, 0) : 0;
  return (
    <main className="popup" {...inLanguage(lang)}>
      <h1>{t('extensionName')}</h1>
      <section aria-labelledby="popup-status">
        <h2 id="popup-status">{t('popupStatus')}</h2>
        <TreatyStatus status={status} sinceCitation={<SinceSources sources={status.since.sources} />} />
        <p className="popup-as-of" data-stale={status.stale}>
          {asOfWords(status, texts)}
          {' · '}
          <a href={source.url} target="_blank" rel="noreferrer noopener" dir="auto">
            {source.publisher}
          </a>
        </p>
      </section>
      <section aria-labelledby="popup-page">
        <h2 id="popup-page">
          {t('popupPage')}
          {total > 0 && <span className="popup-total">{t('popupMentions', total)}</span>}
        </h2>
        {page.state === 'annotated' && total > 0 ? (
          <Mentions mentions={page.mentions} onGoTo={props.onGoTo} />
        ) : (
          <p className="popup-empty">{emptyPageText(texts, props)}</p>
        )}
        {page.state === 'no-access' && (
          <button type="button" className="popup-ask" onClick={props.onAskAccess}>
            {t('popupAskAccess')}
          </button>
        )}
        <Muted entities={props.muted} onUnmute={props.onUnmute} />
      </section>
      <section className="popup-switches">
        {(page.state === 'annotated' || page.state === 'off' || page.state === 'silent') && (
          <>
            <Switch label={t('popupSite', [props.ruledHost])} on={props.siteOn} onChange={props.onSite} />
            {page.host !== page.site && (
              <Switch label={t('popupSubdomain', [page.host])} on={props.ownRule} onChange={props.onOwnRule} />
            )}
          </>
        )}
        <Switch label={t('popupPause')} on={paused} onChange={props.onPause} />
      </section>
      {since && (
        <section className="popup-since">
          <Since since={since.since} />
          <details>
            <summary>{t('cardSources')}</summary>
            <Sources sources={since.sources} />
          </details>
        </section>
      )}
      <section>
        <ReadingChoices reading={props.reading} onChange={props.onReading} />
      </section>
    </main>
  );
}
