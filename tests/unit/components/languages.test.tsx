/** Components in languages whose plural forms and direction are not those of English. */
import { describe, expect, test } from 'vitest';
import { Roles } from '../../../components/card/Roles.tsx';
import { Sources } from '../../../components/card/Sources.tsx';
import { Popup } from '../../../components/popup/Popup.tsx';
import { TreatyStatus } from '../../../components/status/TreatyStatus.tsx';
import type { CardRole } from '../../../lib/dataset/card.ts';
import { type StatusSummary, summarizeStatus } from '../../../lib/dataset/status.ts';
import { DEFAULT_READING } from '../../../lib/settings/reading.ts';
import { assembled, TODAY } from '../support/raw-dataset.ts';
import { htmlOf, textIn, textsOf } from '../support/texts.tsx';

const summary = summarizeStatus(assembled().dataset, TODAY);
const nothing = () => {};

function popupIn(locale: string, count: number, status: Partial<StatusSummary> = {}): string {
  return htmlOf(
    <Popup
      status={{ ...summary, ...status }}
      source={{ publisher: 'UN Treaty Collection', url: 'https://treaties.un.org/' }}
      page={{
        state: 'annotated',
        site: 'example.org',
        host: 'example.org',
        mentions: [{ entity: 'treaty', name: { text: 'UN Cybercrime Convention', lang: 'en' }, count }],
      }}
      since={undefined}
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
    />,
    textsOf(locale),
  );
}

describe('the popup counts mentions and days', () => {
  test.each([
    ['ru', 1, '1 упоминание', '1 день назад'],
    ['ru', 22, '22 упоминания', '22 дня назад'],
    ['ru', 11, '11 упоминаний', '11 дней назад'],
    ['ar', 1, 'إشارة واحدة', 'قبل يوم:'],
    ['ar', 2, 'إشارتان', 'قبل يومين:'],
    ['ar', 7, '7 إشارات', 'قبل 7 أيام:'],
    ['ar', 46, '46 إشارة', 'قبل 46 يوماً:'],
  ])('in %s, %i', (locale, count, mentions, days) => {
    const text = textIn(popupIn(locale, count, { stale: true, age: count }));
    expect(text).toContain(mentions);
    expect(text).toContain(days);
  });
});

describe('the status counts the days that are left', () => {
  const daysIn = (locale: string, daysLeft: number) => {
    const status = { ...summary, phase: 'open-for-signature', daysLeft } as const;
    return textIn(htmlOf(<TreatyStatus status={status} />, textsOf(locale)));
  };

  test.each([
    ['ru', 0, 'Последний день для подписания'],
    ['ru', 1, 'Остался 1 день'],
    ['ru', 34, 'Осталось 34 дня'],
    ['ru', 36, 'Осталось 36 дней'],
    ['ar', 0, 'اليوم الأخير للتوقيع'],
    ['ar', 2, 'بقي يومان للتوقيع'],
    ['ar', 10, 'بقيت 10 أيام للتوقيع'],
    ['ar', 36, 'بقي 36 يوماً للتوقيع'],
  ])('in %s, %i', (locale, days, words) => {
    expect(daysIn(locale, days)).toContain(words);
  });
});

test('names and texts of another language are kept apart from an Arabic interface', () => {
  const popup = popupIn('ar', 3);
  expect(popup).toMatch(/<main class="popup" dir="rtl" lang="ar">/);
  expect(popup).toContain('<span dir="ltr" lang="en">UN Cybercrime Convention</span>');
  expect(popup).toMatch(/<a [^>]*dir="auto">UN Treaty Collection<\/a>/);
  const source = {
    number: 1,
    publisher: 'UNODC (Vienna)',
    title: 'A title.',
    url: 'https://unodc.org/',
    date: '2025-10-25',
  };
  const sources = htmlOf(<Sources sources={[{ ...source, dated: 'published' }]} />, textsOf('ar'));
  expect(sources).toContain('<bdi>UNODC (Vienna)</bdi> · 25 أكتوبر 2025');
  expect(sources).toMatch(/<a [^>]*dir="auto">A title\.<\/a>/);
});

describe('the time of a role', () => {
  const role: CardRole = {
    title: { text: 'Chair', lang: 'en' },
    from: undefined,
    to: undefined,
    date: '2024-08-08',
    sources: [],
  };
  const timeIn = (locale: string, time: Partial<CardRole>) =>
    textIn(htmlOf(<Roles roles={[{ ...role, ...time }]} />, textsOf(locale))).replace(/^.*Chair · /, '');

  test.each([
    ['en', { from: '2020-02', to: '2025-11' }, 'February 2020 – November 2025'],
    ['ru', { from: '2020-02', to: '2025-11' }, 'февраль 2020 г. – ноябрь 2025 г.'],
    ['ar', { from: '2020-02', to: '2025-11' }, 'فبراير 2020 – نوفمبر 2025'],
    ['fr', { from: '2020', to: '2025-11' }, '2020 – novembre 2025'],
    ['en', { from: '2020-02' }, 'from February 2020'],
    ['es', { to: '2025-11' }, 'hasta noviembre de 2025'],
    ['zh_CN', { to: '2025-11' }, '至2025年11月'],
    ['en', {}, 'as of Aug 8, 2024'],
    ['ru', {}, 'на 8 авг. 2024 г.'],
  ])('in %s, %o', (locale, time, words) => {
    expect(timeIn(locale, time).replace(/\s/g, ' ')).toBe(words);
  });
});
