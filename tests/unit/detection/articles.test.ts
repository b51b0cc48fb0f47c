import { describe, expect, test } from 'vitest';
import { numberIn } from '../../../lib/detection/numerals.ts';
import { namedInText } from '../support/detecting.ts';

const LEAD = 'States adopted the UN Convention against Cybercrime. The treaty has 68 articles.';
/** What a text about the treaty refers to of its articles. */
const referred = (text: string, lead = LEAD, lang = 'en') =>
  namedInText(`${lead}\n\n${text}`, lang)
    .filter(([entity]) => entity.startsWith('article-'))
    .map(([entity, words]) => `${entity}: ${words}`);

describe('articles of the convention', () => {
  test.each([
    ['one', 'Article 24 binds states.', ['article-24: Article 24']],
    ['with a paragraph', 'See Art. 6(2) and Art. 6.1.', ['article-6: Art. 6(2)', 'article-6: Art. 6.1']],
    ['two', 'Articles 29 and 30 stand.', ['article-29: Articles 29', 'article-30: 30']],
    ['a range', 'From articles 23 to 35.', ['article-23: articles 23', 'article-35: 35']],
    ['a list', 'Articles 35, 40 and 46 go far.', ['article-35: Articles 35', 'article-40: 40', 'article-46: 46']],
    ['and not what a comma counts', 'Under Article 24, 30 states object.', ['article-24: Article 24']],
    ['with invisible characters', 'Ar\u00adticle\u00a024 binds.', ['article-24: Ar\u00adticle\u00a024']],
    ['by the words behind it', 'Article 24 of the treaty binds.', ['article-24: Article 24']],
    ['none beyond the last', 'Article 69 is none, and Article 0 neither.', []],
  ])('%s', (_, text, expected) => {
    expect(referred(text)).toEqual(expected);
  });

  test.each([
    'Article 17 of the ICCPR protects privacy.',
    'Article 32(b) of the Budapest Convention is disputed.',
    'The Budapest Convention has one too: Article 32.',
    'Article 12 of the constitution says so.',
    'Its Article 5 was dropped.',
  ])('not in: %s', (text) => {
    expect(referred(text)).toEqual([]);
  });

  test('not the organisation of that name', () => {
    expect(referred('ARTICLE 19 objects.')).toEqual(['article-19: ARTICLE 19']);
  });

  test('none in a text about something else', () => {
    expect(namedInText('Article 24 of the law binds. The UN convention on the sea has others.')).toEqual([]);
  });

  test.each([
    [
      'fr',
      'La convention des Nations unies contre la cybercriminalité est signée.',
      'Les articles 29 et 30 inquiètent.',
      2,
    ],
    ['ru', 'Конвенция ООН против киберпреступности подписана.', 'В статье 24 говорится о гарантиях.', 1],
    ['zh', '《联合国打击网络犯罪公约》已开放签署。', '第二十四条规定了保障。', 1],
    ['ja', '国連サイバー犯罪条約が採択された。', '第24条は保障措置を定める。', 1],
    ['ar', 'وقعت الدول اتفاقية الأمم المتحدة لمكافحة الجريمة السيبرانية.', 'تنص المادة 24 على ضمانات.', 1],
    ['fa', 'کنوانسیون سازمان ملل علیه جرایم سایبری امضا شد.', 'ماده ۲۴ درباره تضمین‌هاست.', 1],
    ['vi', 'Công ước Liên hợp quốc về chống tội phạm mạng đã được ký.', 'Điều 24 nói về bảo đảm.', 1],
  ])('in %s', (lang, lead, text, count) => {
    expect(referred(text, lead, lang)).toHaveLength(count);
  });
});

test.each([
  ['24', 24],
  ['٢٤', 24],
  ['۲۴', 24],
  ['二十四', 24],
  ['十', 10],
  ['六十', 60],
  ['九', 9],
  ['', undefined],
  ['二四', undefined],
  ['x', undefined],
])('the number in %j is %s', (words, value) => {
  expect(numberIn(words)).toBe(value);
});
