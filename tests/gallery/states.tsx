/** What the gallery shows: every component in every state and kind, filled from the dataset. */
import { dataset, flags } from 'virtual:treaty-lens/gallery-data';
import type { CSSProperties, ReactNode } from 'react';
import { Card } from '../../components/card/Card.tsx';
import { Popup, type PopupPage, type PopupProps } from '../../components/popup/Popup.tsx';
import { Switch } from '../../components/popup/Switch.tsx';
import { TreatyStatus } from '../../components/status/TreatyStatus.tsx';
import type { CardView } from '../../lib/annotation/card-view.ts';
import { addDays } from '../../lib/dataset/calendar.ts';
import { type CardContent, cardOf, nameOf, sinceOf, withFlag } from '../../lib/dataset/card.ts';
import { figureCardOf, type ReadFigure } from '../../lib/dataset/figure-card.ts';
import type { Language } from '../../lib/dataset/schema.ts';
import { type StatusSummary, summarizeStatus } from '../../lib/dataset/status.ts';
import { DEFAULT_READING } from '../../lib/settings/reading.ts';

/** The day on which the gallery is looked at, so that its pictures are the same tomorrow. */
const TODAY = '2026-08-01';
/** A day on which the dataset's status is still new. */
const SOON = addDays(dataset.status.asOf, 5);
/** The day of the article on which the convention's first readers read it. */
const WRITTEN = '2024-08-09';

/** One thing that the gallery shows. */
export interface State {
  /** Words joined by hyphens: its address in the gallery, and the name of its pictures. */
  id: string;
  /** Shown above it. */
  title: string;
  render(lang: Language): ReactNode;
  /** Selects what is clicked once it is there. */
  press?: string;
  /** Whether it is as high as a page shows it, and scrolls; others are unfolded, so that all of them is seen. */
  folded?: boolean;
}

const nothing = () => {};

function contentOf(id: string, lang: Language, today = TODAY, published?: string): CardContent {
  const content = cardOf(dataset, id, { lang, today, published });
  if (!content) throw new Error(`The dataset has no "${id}" for the gallery`);
  return withFlag(content, flags);
}

function card(content: CardContent, view: Partial<CardView> = {}): ReactNode {
  const actions = {
    togglePin: nothing,
    hop: nothing,
    back: nothing,
    copy: async () => true,
    mute: nothing,
    close: nothing,
  };
  return <Card content={content} pinned={false} canGoBack={false} muted={false} {...actions} {...view} />;
}

/** The card of a figure in an article of a day on which the record of signatures was complete. */
function figureState(id: string, title: string, figure: ReadFigure, published?: string): State {
  return {
    id: `card-figure-${id}`,
    title,
    render: (lang) => {
      const content = figureCardOf(dataset, figure, { lang, today: TODAY, published });
      if (!content) throw new Error(`There is no card of "${figure.words}" for the gallery`);
      return card(content);
    },
  };
}

/** The state of an entity's card as it is today. */
function cardState(id: string, title: string, entity: string): State {
  return { id: `card-${id}`, title, render: (lang) => card(contentOf(entity, lang)) };
}

const CARDS: State[] = [
  { id: 'card-treaty', title: 'Treaty, page without a date', render: (lang) => card(contentOf('treaty', lang, SOON)) },
  {
    id: 'card-treaty-since',
    title: 'Treaty, page of 9 August 2024; status long ago',
    render: (lang) => card(contentOf('treaty', lang, TODAY, WRITTEN)),
  },
  {
    id: 'card-treaty-since-open',
    title: 'Treaty, all that has happened since',
    render: (lang) => card(contentOf('treaty', lang, TODAY, WRITTEN)),
    press: '.card-since summary',
  },
  cardState('instrument', 'Other treaty', 'budapest-convention'),
  cardState('state-signed', 'State that signed', 'vietnam'),
  cardState('state-neither', 'State that did neither, with nothing else known', 'andorra'),
  cardState('state-position', 'State with a position, not signed', 'us'),
  cardState('state-disputed', 'State whose signature is disputed', 'uae'),
  cardState('state-steps', 'State with steps at home', 'qatar'),
  cardState('state-white-flag', 'State whose flag is mostly white', 'japan'),
  cardState('observer', 'Observer state', 'holy-see'),
  {
    id: 'card-state-ratified',
    title: 'State that ratified (made up: nobody had, as of the dataset)',
    render: (lang) => {
      const content = contentOf('vietnam', lang);
      if (!content.participation) throw new Error('Vietnam has no line in the table');
      const bound = { kind: 'ratification', date: '2026-07-01', sources: [1] } as const;
      return card({ ...content, participation: { ...content.participation, bound: { ...bound, sources: [1] } } });
    },
  },
  cardState('eu', 'European Union', 'eu'),
  cardState('group', 'Group of states, without a flag', 'five-eyes'),
  cardState('group-of-companies', 'Group with positions over time', 'tech-accord'),
  cardState('organisation', 'Organisation with a quotation', 'hrw'),
  cardState('organisation-supports', 'Organisation that supports it', 'interpol'),
  cardState('company', 'Company with positions over time', 'microsoft'),
  cardState('company-unknown', 'Company whose position is unknown', 'meta'),
  cardState('un-body', 'UN body', 'unodc'),
  cardState('long-name', 'The longest name', 'ad-hoc-committee'),
  cardState('person', 'Person with a quotation', 'deborah-brown'),
  cardState('person-roles', 'Person in several roles', 'mebarki'),
  cardState('article', 'Article that is debated', 'article-24'),
  cardState('article-plain', 'Article that is not', 'article-1'),
  cardState('article-doubt', 'Article whose number one source gives', 'article-18'),
  figureState(
    'signatories',
    'Figure of signatories',
    { kind: 'signatories', value: 60, bound: 'at-least', words: 'signed by more than 60 countries' },
    '2025-10-29',
  ),
  figureState(
    'ratified',
    'Figure of states that "ratified" what they signed',
    { kind: 'ratifications', value: 72, bound: 'exact', words: '72 states have ratified' },
    '2025-10-29',
  ),
  figureState('needed', 'Figure of ratifications needed, page without a date', {
    kind: 'needed',
    value: 40,
    bound: 'exact',
    words: 'needs 40 ratifications',
  }),
  figureState(
    'votes',
    'Figure of votes',
    { kind: 'votes-for', value: 79, bound: 'exact', words: '79 votes' },
    '2024-12-24',
  ),
  {
    id: 'card-muted',
    title: 'Muted',
    render: (lang) => card(contentOf('andorra', lang), { muted: true, pinned: true }),
  },
  {
    id: 'card-hopped',
    title: 'Hopped to, with a way back',
    render: (lang) => card(contentOf('russia', lang), { canGoBack: true }),
  },
  {
    id: 'card-hopped-long',
    title: 'Hopped to the longest name, pinned',
    render: (lang) => card(contentOf('ad-hoc-committee', lang), { canGoBack: true, pinned: true }),
  },
  { id: 'card-pinned', title: 'Pinned', render: (lang) => card(contentOf('canada', lang), { pinned: true }) },
  {
    id: 'card-folded',
    title: 'As high as a page shows it',
    render: (lang) => card(contentOf('article-24', lang)),
    folded: true,
  },
  {
    id: 'card-squeezed',
    title: 'Where a page leaves it little room',
    render: (lang) => (
      <div style={{ '--card-max-height': '180px' } as CSSProperties}>{card(contentOf('ad-hoc-committee', lang))}</div>
    ),
    folded: true,
  },
  {
    id: 'card-copied',
    title: 'Copied',
    render: (lang) => card(contentOf('andorra', lang)),
    press: '.card-foot button:last-of-type',
  },
  {
    id: 'card-not-copied',
    title: 'Not copied',
    render: (lang) => card(contentOf('andorra', lang), { copy: async () => false }),
    press: '.card-foot button:last-of-type',
  },
];

const SITE = { site: 'example.org', host: 'example.org' };
const SUBDOMAIN = { site: 'example.org', host: 'news.example.org' };

/** A page that mentions some entities, the first of them most often. */
function annotated(ids: readonly string[], lang: Language, where = SITE): PopupPage {
  const mentions = ids.map((entity, place) => ({
    entity,
    name: nameOf(dataset, entity, lang),
    count: Math.max(1, 12 - 3 * place),
  }));
  return { state: 'annotated', ...where, mentions };
}

function popup(page: PopupPage, given: Partial<PopupProps> = {}): ReactNode {
  const { publisher = '', url = '' } = dataset.sources.find(({ id }) => id === dataset.status.sources[0]) ?? {};
  return (
    <Popup
      status={summarizeStatus(dataset, SOON)}
      source={{ publisher, url }}
      since={undefined}
      page={page}
      reading={DEFAULT_READING}
      muted={[]}
      paused={false}
      siteOn={true}
      ruledHost={'site' in page ? page.site : ''}
      ownRule={false}
      onSite={nothing}
      onOwnRule={nothing}
      onPause={nothing}
      onReading={nothing}
      onUnmute={nothing}
      onAskAccess={nothing}
      onGoTo={nothing}
      {...given}
    />
  );
}

const FEW = ['treaty', 'russia', 'hrw', 'article-24', 'ad-hoc-committee'];
const MANY = dataset.entities.slice(0, 20).map(({ id }) => id);

const POPUPS: State[] = [
  { id: 'popup-annotated', title: 'Popup of a page with mentions', render: (lang) => popup(annotated(FEW, lang)) },
  {
    id: 'popup-many',
    title: 'Popup of a page with many',
    render: (lang) => popup(annotated(MANY, lang)),
    folded: true,
  },
  {
    id: 'popup-subdomain',
    title: "Popup of a site's subdomain",
    render: (lang) => popup(annotated(FEW.slice(0, 1), lang, SUBDOMAIN)),
  },
  {
    id: 'popup-own-rule',
    title: 'Popup of a subdomain with a rule of its own, off',
    render: () => popup({ state: 'off', ...SUBDOMAIN }, { ownRule: true, siteOn: false, ruledHost: SUBDOMAIN.host }),
  },
  {
    id: 'popup-since',
    title: 'Popup of an article of 9 August 2024',
    render: (lang) =>
      popup(annotated(FEW, lang), { since: sinceOf(dataset, { lang, today: TODAY, published: WRITTEN }) }),
  },
  {
    id: 'popup-reading',
    title: 'Popup, the choices of reading unfolded',
    render: (lang) => popup(annotated(FEW.slice(0, 1), lang)),
    press: '.popup-reading summary',
  },
  {
    id: 'popup-muted',
    title: 'Popup with muted names unfolded',
    render: (lang) =>
      popup(annotated(FEW.slice(0, 1), lang), {
        muted: ['microsoft', 'ad-hoc-committee'].map((id) => ({ id, name: nameOf(dataset, id, lang) })),
      }),
    press: '.popup-muted summary',
  },
  {
    id: 'popup-none',
    title: 'Popup of a page whose mentions are gone',
    render: () => popup({ state: 'annotated', ...SITE, mentions: [] }),
  },
  {
    id: 'popup-silent',
    title: 'Popup of a page about something else',
    render: () => popup({ state: 'silent', ...SITE }),
  },
  {
    id: 'popup-off',
    title: 'Popup of a site that is off',
    render: () => popup({ state: 'off', ...SITE }, { siteOn: false }),
  },
  {
    id: 'popup-paused',
    title: 'Popup while all is paused',
    render: () => popup({ state: 'off', ...SITE }, { paused: true }),
  },
  {
    id: 'popup-no-access',
    title: 'Popup of a site that the browser withholds',
    render: () => popup({ state: 'no-access', site: SITE.site }),
  },
  { id: 'popup-no-web-page', title: 'Popup of what is no web page', render: () => popup({ state: 'no-web-page' }) },
  {
    id: 'popup-stale',
    title: 'Popup with a status of long ago, and a long host',
    render: (lang) => {
      const host = 'a-newspaper-with-a-very-long-name.regional-edition.example.org';
      const where = { site: 'example.org', host };
      return popup(annotated(FEW, lang, where), {
        status: summarizeStatus(dataset, TODAY),
        ruledHost: host,
        ownRule: true,
      });
    },
  },
];

/** The treaty's status on a day, changed as it may yet come. */
function status(id: string, title: string, today: string, change: Partial<StatusSummary> = {}): State {
  return {
    id: `status-${id}`,
    title,
    render: () => (
      <div className="card-like">
        <TreatyStatus status={{ ...summarizeStatus(dataset, today), ...change }} />
      </div>
    ),
  };
}

const PARTS: State[] = [
  status('adopted', 'Status before the signing', '2025-01-15'),
  status('open', 'Status while open', SOON),
  status('last-day', 'Status on the last day', '2026-12-31'),
  status('closed', 'Status when closed', '2027-01-15', { ratifications: 12 }),
  status('in-force', 'Status in force (made up)', '2028-03-01', {
    phase: 'in-force',
    inForce: '2028-02-14',
    ratifications: 43,
  }),
  ...[true, false].map((on) => ({
    id: `switch-${on ? 'on' : 'off'}`,
    title: `Switch, ${on ? 'on' : 'off'}`,
    render: () => (
      <div className="popup">
        <Switch label="example.org" on={on} onChange={nothing} />
      </div>
    ),
  })),
];

export const STATES: readonly State[] = [...CARDS, ...POPUPS, ...PARTS];
