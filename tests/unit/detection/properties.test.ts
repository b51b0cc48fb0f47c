import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePage } from '../../../lib/article/html-tree.ts';
import { flowOfText } from '../../../lib/detection/flow.ts';
import { readCorpus } from '../../../tools/corpus.ts';
import { detectIn, readSource } from '../../../tools/detect-source.ts';
import { detector } from '../support/detecting.ts';

/** Plain texts of the corpus, about the treaty and not. */
const texts = readCorpus([new URL('../../corpus', import.meta.url).pathname]).filter(({ html }) => html === undefined);
/** Texts stitched together of what the dictionary knows and of what it trips over. */
const SHARDS = [
  ...['UN Convention against Cybercrime', 'the treaty', 'Russian', 'delegation', 'Russia', 'Article 24', 'Arts. 6 and'],
  ...['Конвенция ООН против киберпреступности', '联合国打击网络犯罪公约', 'اتفاقية الأمم المتحدة', 'Công ước Hà Nội'],
  ...['\u00ad', '\u200b', '\u202e', '\u2066', '\ud800', '\udc00', '\u0301', '\ufeff', '\ue000', '￼', '\0'],
  ...[' ', '\n', '\n\n', '.', ',', '-', '(', ')', '1', '2024', '%', '😀', 'a', 'É', 'ß', 'ﬁ', 'ー', '。'],
];
const shards = fc.array(fc.constantFrom(...SHARDS), { maxLength: 60 }).map((parts) => parts.join(''));
const anyText = fc.oneof(shards, fc.string({ unit: 'binary', maxLength: 200 }));
const someText = fc.constantFrom(...texts);

describe('whatever the text', () => {
  test('detection does not throw, and its offsets cut words that stand in the text', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('en', 'ru', 'zh', 'ar', 'vi', undefined), (text, lang) => {
        const blocks = flowOfText(text, lang);
        for (const { block, start, end } of detector.detect(blocks, { lang }).mentions) {
          const words = blocks[block]?.text ?? '';
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(words.length);
          expect(words.slice(start, end).trim()).toBe(words.slice(start, end));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('mentions stand in order and do not overlap', () => {
    fc.assert(
      fc.property(someText, shards, (labelled, noise) => {
        const { mentions } = detectIn(readSource({ ...labelled, text: `${labelled.text}\n\n${noise}` }), detector);
        for (const [index, mention] of mentions.entries()) {
          expect(mention.start).toBeGreaterThanOrEqual(mentions[index - 1]?.end ?? 0);
        }
      }),
      { numRuns: 100 },
    );
  });
});

test('invisible characters within words change nothing but offsets', () => {
  const visible = (text: string) => text.replaceAll(/[\u00ad\u200b]/g, '');
  fc.assert(
    fc.property(someText, fc.infiniteStream(fc.integer({ min: 3, max: 9 })), ({ text = '', lang }, gaps) => {
      const source = visible(text);
      let sown = '';
      for (let at = 0; at < source.length; ) {
        const length = gaps.next().value ?? 5;
        sown += source.slice(at, at + length);
        at += length;
        // Not behind a letter whose mark follows, nor beside white space, where a reader's program would put none.
        if (/\p{L}$/u.test(sown) && /^\p{L}/u.test(source.slice(at))) sown += '\u00ad';
      }
      const named = (given: string) =>
        detectIn(readSource({ text: given, lang }), detector).mentions.map((mention) => [
          mention.entity,
          visible(mention.text),
        ]);
      expect(named(sown)).toEqual(named(source));
    }),
    { numRuns: 60 },
  );
});

/** A text as HTML, each paragraph cut into inline elements at the places given. */
function asPage(text: string, cuts: readonly number[]): string {
  const escaped = (part: string) => part.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const wraps = [
    (part: string) => part,
    (part: string) => `<b>${part}</b>`,
    (part: string) => `<span>${part}<wbr></span>`,
    (part: string) => `<i><span>${part}</span></i>`,
  ];
  let number = 0;
  const paragraphs = flowOfText(text).map((block) => {
    let html = '';
    let at = 0;
    while (at < block.text.length) {
      const length = cuts[number % Math.max(1, cuts.length)] ?? block.text.length;
      html += (wraps[number % wraps.length] ?? String)(escaped(block.text.slice(at, at + length)));
      at += length;
      number++;
    }
    return `<p>${html}</p>`;
  });
  return `<article>${paragraphs.join('')}</article>`;
}

test('how a text is split over inline elements changes nothing', () => {
  fc.assert(
    fc.property(someText, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), ({ text = '', lang }, cuts) => {
      const named = (html: string) => {
        const page = parsePage(html);
        return detectIn({ ...page, lang }, detector).mentions.map(({ entity, text: words }) => [entity, words]);
      };
      expect(named(asPage(text, cuts))).toEqual(named(asPage(text, [])));
    }),
    { numRuns: 60 },
  );
});

test('an article elsewhere on the page changes no mention in another', () => {
  const article = (text: string) => asPage(text, []);
  fc.assert(
    fc.property(someText, someText, fc.boolean(), (one, other, first) => {
      const lang = one.lang;
      const alone = parsePage(article(one.text ?? ''));
      const both = parsePage(
        first
          ? article(one.text ?? '') + article(other.text ?? '')
          : article(other.text ?? '') + article(one.text ?? ''),
      );
      const from = first ? 0 : both.text.length - alone.text.length;
      const inOne = detectIn({ ...both, lang }, detector).mentions.filter(
        ({ start, end }) => start >= from && end <= from + alone.text.length,
      );
      const expected = detectIn({ ...alone, lang }, detector).mentions;
      expect(inOne.map((mention) => ({ ...mention, start: mention.start - from, end: mention.end - from }))).toEqual(
        expected,
      );
    }),
    { numRuns: 60 },
  );
});
