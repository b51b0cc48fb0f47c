import { expect, test } from 'vitest';
import { copyOf } from '../../../components/card/citation.ts';
import { cardOf } from '../../../lib/dataset/card.ts';
import { assembled, TODAY } from '../support/raw-dataset.ts';
import { texts } from '../support/texts.tsx';

function copied(id: string, of = assembled().dataset) {
  const content = cardOf(of, id, { lang: 'en', today: TODAY });
  if (!content) throw new Error(`There is no card of ${id}`);
  return copyOf(content, texts);
}

test('a card is copied with its statements, their sources and the day of the status', () => {
  expect(copied('norway').text).toBe(
    [
      'Norway',
      'Signed: Oct 25, 2025 [1]',
      'Ratified: Nov 1, 2025 [1]',
      'Supports it (Oct 25, 2025): Signs. [1]',
      'September 2025: It hosted a meeting. [1]',
      '',
      '[1] Status of treaties. United Nations, Nov 19, 2025. https://treaties.un.org/',
      'Status as of Nov 19, 2025, 52 days ago: it may have changed',
    ].join('\n'),
  );
});

test('what has not happened is copied with the day on which it had not', () => {
  const { dataset } = assembled((raw) => raw['status.json'].participants.pop());
  expect(copied('chad', dataset).text).toContain('Has not signed (as of Nov 19, 2025) [1]');
});

test('doubts are copied with what they are about', () => {
  const { dataset } = assembled((raw) => {
    raw['status.json'].participants[0].signed.confidence = 'disputed';
    raw['entities/states.json'][0].facts[0].confidence = 'reported';
    raw['entities/states.json'][0].who = { ...raw['entities/treaty.json'][0].who, confidence: 'disputed' };
  });
  const { text } = copied('norway', dataset);
  expect(text).toContain('A treaty. (sources differ) [1]');
  expect(text).toContain('Signed: Oct 25, 2025 (sources differ) [1]');
  expect(text).toContain('September 2025: It hosted a meeting. (one source) [1]');
});

test('a source without a date is copied with the day on which it was read', () => {
  const { dataset } = assembled((raw) => {
    delete raw['sources.json'][0].published;
  });
  const { text, html } = copied('norway', dataset);
  expect(text).toContain('[1] Status of treaties. United Nations, read Nov 20, 2025. https://treaties.un.org/');
  expect(html).toContain('United Nations, read Nov 20, 2025.');
});

test('the HTML says the same, with links, and holds no markup of the data', () => {
  const { dataset } = assembled((raw) => {
    raw['entities/states.json'][0].name.en = '<b>Norway</b>';
  });
  const { html } = copied('norway', dataset);
  expect(html).toContain('&lt;b&gt;Norway&lt;/b&gt;');
  expect(html).toContain('<a href="https://treaties.un.org/">Status of treaties</a>');
});
