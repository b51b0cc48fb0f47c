import { expect, test } from 'vitest';
import { formatDate } from '../../../components/dates.ts';

test.each([
  ['2017', 'en', '2017'],
  ['2024-02', 'en', 'February 2024'],
  ['2024-02-09', 'en', 'Feb 9, 2024'],
  ['2024-02-09', 'en-GB', '9 Feb 2024'],
  ['2024-02-09', 'de', '9. Feb. 2024'],
  ['2024-02', 'fr', 'février 2024'],
  ['2025-10-25', 'ja', '2025年10月25日'],
])('%s in %s is written %s, no more exactly than it is known', (date, lang, written) => {
  expect(formatDate(date, lang)).toBe(written);
});

test('a day is the same day in every time zone', () => {
  const zone = process.env['TZ'];
  try {
    for (const [there, offset] of [
      ['Pacific/Kiritimati', -840],
      ['Pacific/Pago_Pago', 660],
      ['UTC', 0],
    ] as const) {
      process.env['TZ'] = there;
      expect(new Date('2025-01-01').getTimezoneOffset()).toBe(offset);
      expect(formatDate('2025-01-01', 'en'), there).toBe('Jan 1, 2025');
      expect(formatDate('2025-01', 'en'), there).toBe('January 2025');
      expect(formatDate('2025', 'en'), there).toBe('2025');
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});
