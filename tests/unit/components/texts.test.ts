import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTexts } from '../../../components/texts.ts';
import { LOCALES } from '../support/locales.ts';
import { textsOf } from '../support/texts.tsx';

describe('a message with a count', () => {
  test.each([
    ['en', 1, '1 mention'],
    ['en', 0, '0 mentions'],
    ['en', 12_345, '12,345 mentions'],
    ['fr', 0, '0 mention'],
    ['fr', 2, '2 mentions'],
    ['fr', 1_000_000, '1 000 000 de mentions'],
    ['es', 1, '1 mención'],
    ['es', 3, '3 menciones'],
    ['ru', 1, '1 упоминание'],
    ['ru', 3, '3 упоминания'],
    ['ru', 5, '5 упоминаний'],
    ['ru', 11, '11 упоминаний'],
    ['ru', 21, '21 упоминание'],
    ['ru', 112, '112 упоминаний'],
    ['zh_CN', 1, '1处提及'],
    ['vi', 7, '7 lần nhắc'],
    ['ar', 0, 'لا إشارات'],
    ['ar', 1, 'إشارة واحدة'],
    ['ar', 2, 'إشارتان'],
    ['ar', 3, '3 إشارات'],
    ['ar', 11, '11 إشارة'],
    ['ar', 100, '100 إشارة'],
    ['ar', 103, '103 إشارات'],
  ])('in %s with %i is "%s"', (locale, count, written) => {
    // Which of Unicode's narrow spaces parts the thousands is left to the browser.
    expect(textsOf(locale).t('popupMentions', count).replace(/\s/g, ' ')).toBe(written);
  });

  test('has a form for every count in every language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(LOCALES)), fc.nat(), (locale, count) => {
        expect(textsOf(locale).t('statusDaysLeft', count)).not.toBe('');
      }),
    );
  });

  test('takes the general form where the language lacks one', () => {
    // As browsers do with a translation that is behind: what it lacks is asked of English, which has no such form.
    const messages: Record<string, string> = { 'popupMentions.other': 'других' };
    expect(createTexts('ru', (key) => messages[key] ?? '').t('popupMentions', 3)).toBe('других');
  });
});

describe('a substitution', () => {
  const texts = (lang: string) => createTexts(lang, (_, substitutions) => substitutions.join(' | '));

  test('that is a number is written as the language writes it', () => {
    expect(texts('en').t('statusOfNeeded', [1234.5, 40])).toBe('1,234.5 | 40');
    expect(texts('es').t('statusOfNeeded', [12_345, 40])).toBe('12.345 | 40');
  });

  test('in words stays as it is', () => {
    expect(texts('en').t('figureOn', [1, '2024'])).toBe('1 | 2024');
  });

  test('beside a count takes the place of the count', () => {
    expect(texts('en').t('cardAsOfStale', 1000, [1000, 'Jan 1'])).toBe('1,000 | Jan 1');
    expect(texts('en').t('cardSinceMore', 1000)).toBe('1,000');
  });

  test.each(['ar', 'ar-EG', 'fa'])('has the digits 0 to 9 in %s', (lang) => {
    expect(texts(lang).t('cardArticle', [907])).toBe('907');
  });
});
