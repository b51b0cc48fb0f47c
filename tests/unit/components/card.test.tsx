import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Card } from '../../../components/card/Card.tsx';
import { Popup, type PopupPage, type PopupProps } from '../../../components/popup/Popup.tsx';
import { articleId } from '../../../lib/dataset/article-id.ts';
import { today } from '../../../lib/dataset/calendar.ts';
import { type CardContent, cardOf, withFlag } from '../../../lib/dataset/card.ts';
import type { Dataset } from '../../../lib/dataset/dataset.ts';
import { summarizeStatus } from '../../../lib/dataset/status.ts';
import { LANGUAGES } from '../../../lib/dataset/terms.ts';
import { DEFAULT_READING } from '../../../lib/settings/reading.ts';
import { readDataset } from '../../../tools/read-dataset.ts';
import { assembled, TODAY } from '../support/raw-dataset.ts';
import { htmlOf, textIn, textsOf } from '../support/texts.tsx';

const { dataset } = readDataset();
const small = assembled().dataset;
const nothing = () => {};

function contentOf(of: Dataset, id: string, lang: (typeof LANGUAGES)[number] = 'en', day = TODAY): CardContent {
  const content = cardOf(of, id, { lang, today: day });
  if (!content) throw new Error(`There is no card of ${id}`);
  return content;
}

function cardElement(content: CardContent, pinned: boolean) {
  const actions = {
    togglePin: nothing,
    hop: nothing,
    back: nothing,
    copy: async () => true,
    mute: nothing,
    close: nothing,
  };
  return <Card content={content} pinned={pinned} canGoBack={false} muted={false} {...actions} />;
}

function cardHtml(content: CardContent, pinned = false): string {
  return htmlOf(cardElement(content, pinned));
}

describe('every card of the repository', () => {
  const ids = [...dataset.entities.map(({ id }) => id), ...dataset.articles.map(({ number }) => articleId(number))];

  test('renders with its name, its sources as links, and no hole in its texts', () => {
    for (const id of ids) {
      const content = contentOf(dataset, id, 'en', today());
      const html = cardHtml(content);
      const text = textIn(html);
      expect(text, id).toContain(content.name.text);
      expect(html.match(/<a /g)?.length, id).toBe(content.sources.length);
      expect(text, id).not.toMatch(/undefined|NaN|Invalid Date|\$\d|\[object/);
    }
  });

  test('renders in every language of the dataset', () => {
    for (const lang of LANGUAGES) {
      for (const id of ['treaty', 'russia', 'hrw', 'article-14']) {
        const content = contentOf(dataset, id, lang, today());
        expect(cardHtml(content)).toContain(`lang="${content.name.lang}">${content.name.text}</h2>`);
      }
    }
  });
});

describe('a card', () => {
  const html = cardHtml(contentOf(small, 'norway'));

  test('is a dialog labelled by its heading', () => {
    const id = /<h2 id="([^"]+)"[^>]*>Norway<\/h2>/.exec(html)?.[1];
    expect(id).toBeTruthy();
    expect(html).toMatch(new RegExp(`^<section class="card" role="dialog" aria-labelledby="${id}"`));
  });

  test('shows kind, position, signature and ratification with their dates', () => {
    const text = textIn(html);
    for (const part of ['State', 'Supports it', 'Signed Oct 25, 2025', 'Ratified Nov 1, 2025', 'September 2025']) {
      expect(text).toContain(part);
    }
    expect(html).toContain('<time dateTime="2025-09">September 2025</time>');
    expect(html).toContain('data-stance="supports"');
  });

  test('shows the flag of a state, as a picture that screen readers leave out', () => {
    const flags = {
      NO: { viewBox: '0 0 3 2', shapes: [['g', { strokeWidth: '2' }, [['path', { d: 'M0 0h3' }]]]] },
    } as const;
    expect(cardHtml(withFlag(contentOf(small, 'norway'), flags))).toContain(
      '<svg class="card-flag" viewBox="0 0 3 2" aria-hidden="true"><g stroke-width="2"><path d="M0 0h3"></path></g></svg>',
    );
    expect(cardHtml(withFlag(contentOf(small, 'chad'), flags))).not.toContain('card-flag');
  });

  test('shows the sign of its kind where there is no flag', () => {
    const signOf = (id: string) =>
      /<span class="card-badge" data-kind="[^"]+">(.*?)<\/span>/.exec(cardHtml(contentOf(small, id)))?.[1];
    expect(signOf('treaty')).toMatch(/^<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path /);
    expect(signOf('article-1')).not.toBe(signOf('treaty'));
  });

  test('has citations that point to its sources, for screen readers too', () => {
    expect(textIn(html)).toContain('It hosted a meeting.1 (Source 1)');
    expect(html).toContain('href="https://treaties.un.org/" target="_blank" rel="noreferrer noopener"');
    expect(textIn(html)).toContain('United Nations · Nov 19, 2025');
  });

  test('says what has not been done, as of which day', () => {
    const text = textIn(cardHtml(contentOf(assembled((raw) => raw['status.json'].participants.pop()).dataset, 'chad')));
    expect(text).toContain('Has not signed as of Nov 19, 2025');
    expect(text).toContain('Not ratified as of Nov 19, 2025');
    expect(text).not.toContain('Ratified');
  });

  test('tells of its doubts', () => {
    const { dataset: doubted } = assembled((raw) => {
      raw['status.json'].participants[0].signed.confidence = 'disputed';
      raw['entities/states.json'][0].facts[0].confidence = 'reported';
    });
    const text = textIn(cardHtml(contentOf(doubted, 'norway')));
    expect(text).toContain('sources differ');
    expect(text).toContain('one source');
    expect(textIn(html)).not.toMatch(/sources differ|one source/);
  });

  test('marks texts with the language they are in', () => {
    const french = cardHtml(contentOf(small, 'norway', 'fr'));
    expect(french).toContain('lang="fr">Norvège</h2>');
    expect(french).toContain('<span dir="ltr" lang="en">It hosted a meeting.');
  });

  test('marks the title of a chapter, and no more, with its language', () => {
    const html = htmlOf(cardElement(contentOf(small, 'article-1', 'fr'), false), textsOf('fr'));
    expect(html).toContain('Chapitre 1 · <span dir="ltr" lang="en">General provisions</span>');
  });

  test('shows of what is muted its day like of everything else', () => {
    const actions = { togglePin: nothing, hop: nothing, back: nothing, mute: nothing, close: nothing };
    const muted = htmlOf(
      <Card
        content={contentOf(small, 'norway')}
        pinned={false}
        canGoBack={false}
        muted={true}
        copy={async () => true}
        {...actions}
      />,
    );
    expect(muted).toContain('aria-pressed="true" title="Underline it again"');
    // What a button has done stands in the place of the day.
    expect(muted).not.toMatch(/<output[^>]*>[^<]/);
  });

  test('has one sign that a pressed button fills, the pin', () => {
    expect(html.match(/<svg class="icon[^"]*icon-filling/g)).toHaveLength(1);
    expect(html).toMatch(/aria-label="Keep this card open"[^>]*><svg class="icon icon-filling"/);
  });

  test('shows whether it is pinned', () => {
    expect(html).toContain('aria-pressed="false" title="Keep this card open"');
    expect(cardHtml(contentOf(small, 'norway'), true)).toContain(
      'aria-pressed="true" title="Let this card close by itself"',
    );
  });

  test('says when the source was read where it has no date', () => {
    const { dataset: undated } = assembled((raw) => {
      delete raw['sources.json'][0].published;
    });
    expect(textIn(cardHtml(contentOf(undated, 'norway')))).toContain('United Nations · read Nov 20, 2025');
  });

  test('warns that the record is old, whatever it is of', () => {
    for (const id of ['norway', 'article-1']) {
      expect(textIn(cardHtml(contentOf(small, id, 'en', '2025-11-20')))).toMatch(/Status as of Nov 19, 2025$/);
      expect(textIn(cardHtml(contentOf(small, id)))).toContain('Nov 19, 2025, 52 days ago: it may have changed');
    }
  });

  test('shows a quotation with who said it and when', () => {
    const { dataset: quoted } = assembled((raw) => {
      raw['entities/states.json'][0].quotation = {
        text: 'Vi er klare.',
        lang: 'no',
        speaker: 'A minister',
        date: '2025-10-25',
        sources: ['record'],
      };
    });
    const quotation = cardHtml(contentOf(quoted, 'norway'));
    expect(quotation).toContain('<blockquote dir="ltr" lang="no">Vi er klare.</blockquote>');
    expect(textIn(quotation)).toContain('A minister · Oct 25, 2025');
  });

  test('escapes what the data holds', () => {
    const { dataset: sharp } = assembled((raw) => {
      raw['entities/states.json'][0].name.en = '<img src=x onerror=alert(1)>';
    });
    expect(cardHtml(contentOf(sharp, 'norway'))).not.toContain('<img');
  });

  test('needs the texts of an interface around it', () => {
    const bare = cardElement(contentOf(small, 'norway'), false);
    expect(() => renderToStaticMarkup(bare)).toThrow('A component was rendered outside InterfaceProvider');
  });
});

/** The small dataset, one of whose signatures is later than the day of its record. */
const signedSince = assembled((raw) => {
  raw['sources.json'].push({
    ...raw['sources.json'][0],
    id: 'news',
    publisher: 'A newspaper',
    url: 'https://news.example/',
    published: '2025-12-02',
    accessed: '2025-12-03',
  });
  raw['status.json'].participants[1].signed = { date: '2025-12-01', sources: ['news'], confidence: 'confirmed' };
}).dataset;

describe("the treaty's card", () => {
  test('cites the sources of signatures since the day of the record', () => {
    const text = textIn(cardHtml(contentOf(signedSince, 'treaty')));
    expect(text).toContain('+1 known since2 (Source 2)');
    expect(text).toContain('A newspaper · Dec 2, 2025');
  });

  const on = (day: string) => textIn(cardHtml(contentOf(small, 'treaty', 'en', day)));

  test('counts signatories and ratifications, and what is needed', () => {
    const html = cardHtml(contentOf(small, 'treaty', 'en', '2026-01-10'));
    expect(html).toMatch(/<dt>Signatories<\/dt><dd>2<\/dd>/);
    expect(html).toMatch(/<dt>Ratifications<\/dt><dd>1 of 40<\/dd>/);
    expect(html).toContain('aria-label="1 of the 40 ratifications needed"');
  });

  test.each([
    ['2025-10-01', 'Adopted, not yet open for signature'],
    ['2026-01-10', 'Open for signature until Dec 31, 2026'],
    ['2026-01-10', '355 days left to sign'],
    ['2026-12-30', '1 day left to sign'],
    ['2026-12-31', 'Last day for signature'],
    ['2027-01-01', 'Closed for signature since Dec 31, 2026'],
    ['2025-11-20', 'Status as of Nov 19, 2025'],
    ['2026-01-10', 'Status as of Nov 19, 2025, 52 days ago: it may have changed'],
  ])('on %s says "%s"', (day, words) => {
    expect(on(day)).toContain(words);
  });

  test('does not count days when the convention is not open', () => {
    expect(on('2025-10-01')).not.toContain('to sign');
    expect(on('2027-01-01')).not.toContain('to sign');
  });
});

describe('the popup', () => {
  const annotated: PopupPage = {
    state: 'annotated',
    site: 'example.org',
    host: 'news.example.org',
    mentions: [
      { entity: 'treaty', name: { text: 'UN Cybercrime Convention', lang: 'en' }, count: 3 },
      { entity: 'hrw', name: { text: 'Human Rights Watch', lang: 'en' }, count: 1 },
    ],
  };

  function popupHtml(page: PopupPage, given: Partial<PopupProps> = {}): string {
    return htmlOf(
      <Popup
        status={summarizeStatus(dataset, today())}
        source={{ publisher: 'UN Treaty Collection', url: 'https://treaties.un.org/' }}
        since={undefined}
        page={page}
        reading={DEFAULT_READING}
        muted={[]}
        paused={false}
        siteOn={true}
        ruledHost="example.org"
        ownRule={false}
        onSite={nothing}
        onOwnRule={nothing}
        onPause={nothing}
        onReading={nothing}
        onUnmute={nothing}
        onAskAccess={nothing}
        onGoTo={nothing}
        {...given}
      />,
    );
  }

  test("shows the treaty's status with its day and its source", () => {
    const html = popupHtml({ state: 'no-web-page' });
    const { signatories, needed, ratifications } = summarizeStatus(dataset, today());
    expect(html).toContain(`<dd>${signatories}<`);
    expect(html).toContain(`<dd>${ratifications} of ${needed}</dd>`);
    expect(textIn(html)).toMatch(/Status as of \w{3} \d{1,2}, \d{4}/);
    expect(html).toMatch(/<a href="https:\/\/treaties\.un\.org\/"[^>]*>UN Treaty Collection<\/a>/);
  });

  test('links the sources of signatures since the day of the record, with their dates', () => {
    const html = popupHtml({ state: 'no-web-page' }, { status: summarizeStatus(signedSince, TODAY) });
    expect(html).toMatch(/<a href="https:\/\/news\.example\/"[^>]*>A newspaper<\/a>/);
    expect(textIn(html)).toContain('+1 known since A newspaper · Dec 2, 2025');
  });

  test('says so when the reader has muted every name', () => {
    const muted = [{ id: 'treaty', name: { text: 'Convention', lang: 'en' as const } }];
    expect(textIn(popupHtml({ ...annotated, mentions: [] }, { muted }))).toContain('All names on this page are muted.');
    expect(textIn(popupHtml({ state: 'silent', site: 'a.org', host: 'a.org' }, { muted }))).toContain(
      'This page does not mention the treaty.',
    );
  });

  test('lists what the page mentions, each a button that says where it leads', () => {
    const html = popupHtml(annotated);
    expect(textIn(html)).toContain('4 mentions');
    expect(html).toContain('title="Go to the next mention"');
    expect(textIn(html)).toContain('UN Cybercrime Convention3 3 mentions');
    expect(textIn(html)).toContain('Human Rights Watch1 1 mention');
    expect(html.match(/<li>/g)).toHaveLength(2);
  });

  test('has one form for one mention', () => {
    const one = { ...annotated, mentions: annotated.mentions.slice(1) };
    expect(textIn(popupHtml(one))).toContain('1 mention');
    expect(textIn(popupHtml(one))).not.toContain('1 mentions');
  });

  test.each([
    [{ state: 'no-web-page' }, false, 'Treaty Lens works on web pages; this is none.'],
    [{ state: 'no-access', site: 'example.org' }, false, 'The browser does not let Treaty Lens read this site.'],
    [{ state: 'off', site: 'example.org', host: 'example.org' }, false, 'Annotations are off here.'],
    [{ state: 'off', site: 'example.org', host: 'example.org' }, true, 'Everything is paused.'],
    [{ state: 'silent', site: 'example.org', host: 'example.org' }, false, 'This page does not mention the treaty.'],
    [{ ...annotated, mentions: [] }, false, 'This page does not mention the treaty.'],
  ] as [PopupPage, boolean, string][])('of %j, paused: %s, says "%s"', (page, paused, words) => {
    expect(textIn(popupHtml(page, { paused }))).toContain(words);
  });

  test('asks for access only where there is none', () => {
    expect(popupHtml({ state: 'no-access', site: 'example.org' })).toContain('Allow this site');
    expect(popupHtml(annotated)).not.toContain('Allow this site');
  });

  /** The labels of the switches and whether each is on. */
  function switchesIn(html: string): [label: string, on: boolean][] {
    const pattern = /<label for="([^"]+)">([^<]*)<\/label><input ([^>]*)>/g;
    return Array.from(html.matchAll(pattern), ([, id = '', label = '', attributes = '']) => {
      expect(attributes).toContain(`id="${id}"`);
      expect(attributes).toContain('role="switch"');
      const on = /checked=""/.test(attributes);
      expect(attributes).toContain(`aria-checked="${on}"`);
      return [label, on];
    });
  }

  test('has switches for the site, its subdomain and all sites', () => {
    expect(switchesIn(popupHtml(annotated))).toEqual([
      ['Annotate example.org', true],
      ['A rule of its own for news.example.org', false],
      ['Pause on all sites', false],
    ]);
    expect(
      switchesIn(popupHtml(annotated, { ownRule: true, ruledHost: 'news.example.org', siteOn: false, paused: true })),
    ).toEqual([
      ['Annotate news.example.org', false],
      ['A rule of its own for news.example.org', true],
      ['Pause on all sites', true],
    ]);
  });

  test('has no switch for a subdomain on the site itself, and none but the pause where there is no page', () => {
    expect(switchesIn(popupHtml({ ...annotated, host: 'example.org' })).map(([label]) => label)).toEqual([
      'Annotate example.org',
      'Pause on all sites',
    ]);
    expect(switchesIn(popupHtml({ state: 'no-web-page' }))).toEqual([['Pause on all sites', false]]);
  });
});
