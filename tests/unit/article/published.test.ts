import { describe, expect, test } from 'vitest';
import { isoDateOf, type PublicationHints, publicationDate } from '../../../lib/article/published.ts';

const hints = (given: Partial<PublicationHints>): PublicationHints => ({ jsonLd: [], meta: [], times: [], ...given });
const fromJsonLd = (...values: unknown[]) => publicationDate(hints({ jsonLd: values.map((v) => JSON.stringify(v)) }));
const article = (datePublished: unknown, type: unknown = 'NewsArticle') => ({ '@type': type, datePublished });

describe('a declared date', () => {
  test.each([
    ['2024-08-09', '2024-08-09'],
    [' 2024-08-09T23:30:00-05:00 ', '2024-08-09'],
    ['2024-08-09T12:00:00.123Z', '2024-08-09'],
    ['2024-08-09T12:00:00+0000', '2024-08-09'],
    ['2024-08-09 12:00', '2024-08-09'],
    ['2024/08/09', '2024-08-09'],
    ['2024-02-29', '2024-02-29'],
  ])('%j is the day %s, as its publisher counts', (declared, day) => {
    expect(isoDateOf(declared)).toBe(day);
  });

  test.each([
    '',
    'yesterday',
    'August 9, 2024',
    '2024-08',
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '0001-01-01',
    '1970-01-01',
    '2024-08-09T',
    '2024-08-09 and more',
    '20240809',
  ])('%j is none', (declared) => {
    expect(isoDateOf(declared)).toBeNull();
  });
});

describe('JSON-LD', () => {
  test.each(['Article', 'NewsArticle', 'ReportageNewsArticle', 'BlogPosting', 'LiveBlogPosting', 'Report', 'WebPage'])(
    'tells the date of a %s',
    (type) => {
      expect(fromJsonLd(article('2024-08-09', type))).toBe('2024-08-09');
    },
  );

  test.each(['Organization', 'VideoObject', 'Product', 'ArticleSeries', undefined])('does not for a %s', (type) => {
    expect(fromJsonLd({ '@type': type, datePublished: '2024-08-09' })).toBeNull();
  });

  test('is read in lists of types, lists of objects, graphs and several scripts', () => {
    expect(fromJsonLd(article('2024-08-09', ['Thing', 'Article']))).toBe('2024-08-09');
    expect(fromJsonLd([{ '@type': 'Organization' }, article('2024-08-09')])).toBe('2024-08-09');
    expect(fromJsonLd({ '@graph': [{ '@type': 'Person' }, article('2024-08-09')] })).toBe('2024-08-09');
    expect(fromJsonLd({ '@type': 'Organization' }, article('2024-08-09'))).toBe('2024-08-09');
  });

  test('is read in the main entity of a page', () => {
    expect(fromJsonLd({ '@type': 'WebPage', mainEntity: article('2024-08-09') })).toBe('2024-08-09');
    expect(fromJsonLd({ '@type': 'Thing', mainEntityOfPage: article('2024-08-09') })).toBe('2024-08-09');
    const graph = { '@graph': [{ '@type': 'WebPage', mainEntity: article('2024-08-09') }] };
    expect(fromJsonLd(graph)).toBe('2024-08-09');
  });

  test('takes the first date that can be believed', () => {
    expect(fromJsonLd([article('soon'), article(20240809), article('2024-08-09'), article('2020-01-01')])).toBe(
      '2024-08-09',
    );
  });

  test.each([
    'null',
    '1',
    '"text"',
    '[]',
    '[null]',
    '{"@type":null,"datePublished":"2024-08-09"}',
    '{broken',
    '',
    '{"@type":{"toString":1},"datePublished":"2024-08-09"}',
  ])('of %s tells nothing and harms nothing', (script) => {
    expect(publicationDate(hints({ jsonLd: [script] }))).toBeNull();
    expect(publicationDate(hints({ jsonLd: [script, JSON.stringify(article('2024-08-09'))] }))).toBe('2024-08-09');
  });
});

test('JSON-LD of any size is read', () => {
  const nothing = Array.from({ length: 300_000 }, () => 0);
  expect(fromJsonLd([...nothing, article('2024-08-09')])).toBe('2024-08-09');
  expect(fromJsonLd({ '@graph': [nothing, article('2024-08-09')] })).toBe('2024-08-09');
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  expect(publicationDate(hints({ jsonLd: [deep, JSON.stringify(article('2024-08-09'))] }))).toBe('2024-08-09');
});

describe('the order of trust', () => {
  const jsonLd = [JSON.stringify(article('2024-01-01'))];
  const meta = [
    { name: 'date', content: '2024-03-03' },
    { name: 'Article:Published_Time', content: '2024-02-02T10:00:00Z' },
    { name: 'article:modified_time', content: '2024-09-09' },
  ];
  const times = ['nonsense', '2024-04-04', '2024-05-05'];

  test('is JSON-LD, meta by its name, then the first time that is a date', () => {
    expect(publicationDate({ jsonLd, meta, times })).toBe('2024-01-01');
    expect(publicationDate({ jsonLd: [], meta, times })).toBe('2024-02-02');
    expect(publicationDate({ jsonLd: [], meta: [], times })).toBe('2024-04-04');
    expect(publicationDate(hints({}))).toBeNull();
  });

  test('passes over a surer place whose date cannot be believed', () => {
    const worse = [{ name: 'article:published_time', content: 'today' }, ...meta.slice(0, 1)];
    expect(publicationDate({ jsonLd: ['{}'], meta: worse, times })).toBe('2024-03-03');
  });

  test('does not take the date of a change for that of publication', () => {
    expect(publicationDate(hints({ meta: meta.slice(2) }))).toBeNull();
  });
});
