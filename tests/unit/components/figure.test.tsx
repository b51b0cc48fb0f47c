import { describe, expect, test } from 'vitest';
import { Card } from '../../../components/card/Card.tsx';
import { copyOf } from '../../../components/card/citation.ts';
import { describeCard } from '../../../components/card/describe.ts';
import { figureCardOf, type ReadFigure } from '../../../lib/dataset/figure-card.ts';
import { readDataset } from '../../../tools/read-dataset.ts';
import { htmlOf, textIn, texts, textsOf } from '../support/texts.tsx';

const { dataset } = readDataset();
const nothing = () => {};

function contentOf(figure: Partial<ReadFigure>, published: string | undefined, today = '2025-11-19') {
  const asked: ReadFigure = { kind: 'signatories', value: 60, bound: 'at-least', words: 'over 60 <signed>', ...figure };
  const content = figureCardOf(dataset, asked, { lang: 'en', today, published });
  if (!content) throw new Error('There is no card');
  return content;
}

function seen(figure: Partial<ReadFigure>, published?: string, today?: string): string {
  const actions = {
    togglePin: nothing,
    hop: nothing,
    back: nothing,
    copy: async () => true,
    mute: nothing,
    close: nothing,
  };
  const content = contentOf(figure, published, today);
  return textIn(htmlOf(<Card content={content} pinned={false} canGoBack={false} muted={false} {...actions} />));
}

describe('a figure’s card', () => {
  test('shows the article’s words and number beside the dataset’s for both days', () => {
    const text = seen({}, '2025-10-29');
    for (const words of [
      'Figure in the article',
      'over 60 &lt;signed&gt;',
      'Signatories in the article60 or more',
      'Signatories on Oct 29, 202572',
      'Signatories today73',
    ]) {
      expect(text).toContain(words);
    }
  });

  test('says what is not known', () => {
    expect(seen({})).toContain('unknown (the page gives no date)');
    const later = seen({ kind: 'ratifications', value: 3, bound: 'exact' }, '2026-06-01', '2026-08-01');
    expect(later).toContain('none known (record complete to Nov 19, 2025)');
    expect(seen({}, '2026-06-01', '2026-08-01')).toContain('at least 74 (record complete to Nov 19, 2025)');
    expect(seen({ kind: 'votes-for', value: 155, bound: 'exact' })).toContain('unknown (the dataset has none)');
  });

  test('says of those who "ratified" that they signed, and never that anything is wrong', () => {
    const text = seen({ kind: 'ratifications', value: 72, bound: 'exact' }, '2025-10-29');
    expect(text).toContain('Signatories on Oct 29, 2025: 72. Ratifications: 0. Signing is not ratifying');
    expect(text).toContain('becomes a party only by ratifying, accepting or approving it.');
    expect(text).not.toMatch(/wrong|false|error|incorrect/i);
  });

  test('is copied with its lines and their sources', () => {
    const { text, html } = copyOf(contentOf({}, '2025-10-29'), texts);
    expect(text).toContain(
      '“over 60 <signed>”\nSignatories in the article: 60 or more\nSignatories on Oct 29, 2025: 72 [1',
    );
    expect(html).toContain('over 60 &lt;signed&gt;');
  });

  test('is copied with the punctuation of the language', () => {
    const { text } = copyOf(contentOf({}, undefined), textsOf('fr'));
    expect(text).toContain('«\u00a0over 60 <signed>\u00a0»');
    expect(copyOf(contentOf({}, undefined), textsOf('zh_CN')).text).toContain('：不详（页面未注明日期）');
  });

  test('warns that the record is old', () => {
    expect(seen({}, '2025-10-29', '2026-08-01')).toContain('255 days ago: it may have changed');
  });

  test('is announced with its lines', () => {
    expect(describeCard(contentOf({}, '2025-10-29'), 2, 9, texts)).toMatch(
      /^Mention 2 of 9: .*, Figure in the article\. Signatories in the article: 60 or more\. Signatories on Oct 29, 2025: 72\. /,
    );
  });
});
