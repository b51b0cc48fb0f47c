import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parsePage } from '../../../lib/article/html-tree.ts';
import { flowOfText } from '../../../lib/detection/flow.ts';
import { detector, type Named, namedInHtml, namedInText, wordsFor } from '../support/detecting.ts';

const TREATY = 'UN Convention against Cybercrime';
/** A first paragraph by which a story is about the treaty. */
const LEAD = `States adopted the ${TREATY}. Critics say the treaty goes too far.`;

describe('names of the treaty', () => {
  test.each([
    'UN Convention against Cybercrime',
    'United Nations Convention Against Cybercrime',
    'UN Convention on Cybercrime',
    'UN cybercrime treaty',
    'U.N. cyber-crime convention',
    'Hanoi Convention',
    'UN\u00a0Cybercrime\u00a0Convention',
    'UN Cyber\u00adcrime Convention',
    'U\u200bN Cybercrime Convention',
    'UN CYBERCRIME TREATY',
    'UN Convention\nagainst Cybercrime',
  ])('%j is one', (words) => {
    expect(namedInText(`On Friday the ${words} was discussed.`)).toEqual([['treaty', words]]);
  });

  test('has offsets that cut exactly its words, a possessive left out', () => {
    const text = `😀 The ${TREATY}’s rules`;
    expect(detector.detect(flowOfText(text), { lang: 'en' })).toEqual({
      relevant: true,
      mentions: [{ entity: 'treaty', strength: 'distinctive', block: 0, start: 7, end: 39 }],
      figures: [],
    });
    expect(text.slice(7, 39)).toBe(TREATY);
  });

  test.each([
    'They met in the Hanoi Convention Center for the fair.',
    'They met in the Hanoi Convention Centre for the fair.',
    'A cybercrime treaty would help, a columnist wrote.',
    'The un convention on nothing in particular.',
    'The convention was opened by the party chair.',
    'The Hanoian Conventional school.',
  ])('there is none in: %s', (text) => {
    expect(detector.detect(flowOfText(text), { lang: 'en' })).toEqual({ relevant: false, mentions: [], figures: [] });
  });

  test('"cybercrime treaty" is one beside the United Nations', () => {
    expect(namedInText('The United Nations voted on a cybercrime treaty.')).toEqual([['treaty', 'cybercrime treaty']]);
  });
});

describe('the Budapest Convention', () => {
  test.each(['Budapest Convention', 'Convention on Cybercrime', 'Budapest Convention on Cybercrime'])(
    '%s alone is no mention of the treaty',
    (words) => {
      const text = `Its members joined the ${words} in 2001. The convention has many parties.`;
      expect(detector.detect(flowOfText(text), { lang: 'en' })).toEqual({ relevant: false, mentions: [], figures: [] });
    },
  );

  test('is what "Convention on Cybercrime" means in a story about the treaty', () => {
    const named = namedInText(`${LEAD}\nIt goes further than the Convention on Cybercrime of 2001.`);
    expect(named).toContainEqual(['budapest-convention', 'Convention on Cybercrime']);
  });

  test('takes "the convention" after it, until the treaty is named again', () => {
    const text =
      `${LEAD} Delegates compared it with the Budapest Convention. The convention has 76 parties.\n` +
      `Then came the ${TREATY}. The convention is younger.`;
    expect(namedInText(text).filter(([entity]) => entity === 'treaty' || entity === 'budapest-convention')).toEqual([
      ['treaty', TREATY],
      ['treaty', 'the treaty'],
      ['budapest-convention', 'Budapest Convention'],
      ['treaty', TREATY],
      ['treaty', 'The convention'],
    ]);
  });

  test('leaves "UN Convention on Cybercrime" to the treaty', () => {
    expect(namedInText('The UN Convention on Cybercrime was signed.')).toEqual([
      ['treaty', 'UN Convention on Cybercrime'],
    ]);
  });

  test('gives way to other instruments as an antecedent too', () => {
    expect(
      wordsFor('treaty', `${LEAD} It differs from the UN Convention against Corruption. The convention is older.`),
    ).toEqual([TREATY, 'the treaty']);
  });
});

describe('entities in a story about the treaty', () => {
  test('are found by full and short names', () => {
    expect(namedInText(`${LEAD}\nHuman Rights Watch, Microsoft and South Africa spoke. HRW warned Russia.`)).toEqual([
      ['treaty', TREATY],
      ['treaty', 'the treaty'],
      ['hrw', 'Human Rights Watch'],
      ['microsoft', 'Microsoft'],
      ['south-africa', 'South Africa'],
      ['hrw', 'HRW'],
      ['russia', 'Russia'],
    ]);
  });

  test.each([
    ['hrw', 'HUMAN RIGHTS WATCH', 'HUMAN RIGHTS WATCH'],
    ['hrw', 'Human Rights Watch’s', 'Human Rights Watch'],
    ['hrw', 'Human\nRights Watch', 'Human\nRights Watch'],
    ['ashton-hart', 'Nick Ashton\u2011Hart', 'Nick Ashton\u2011Hart'],
    ['meta', 'Meta', 'Meta'],
    ['iran', "Iran's", 'Iran'],
  ])('%s is named by %j', (entity, words, expected) => {
    expect(wordsFor(entity, `${LEAD} So says ${words} letter`)).toEqual([expected]);
  });

  test.each([
    ['meta', 'A Meta-analysis of laws'],
    ['meta', 'A Meta\u2011analysis of laws'],
    ['meta', 'the meta level'],
    ['meta', 'Metadata'],
    ['iran', 'the Iran-Contra affair'],
    ['iran', 'the Iran–Contra affair'],
    ['iran', 'Iranians'],
    ['hrw', 'the Human Rights Watchers club'],
    ['hrw', 'a human rights watch'],
    ['russia', 'Prussia'],
    ['russia', 'Russians'],
  ])('%s is not named by: %s', (entity, words) => {
    expect(wordsFor(entity, `${LEAD} It recalls ${words} for some.`)).toEqual([]);
  });

  test('are not looked for where the treaty is not named', () => {
    expect(namedInText('Russia and Iran met. Human Rights Watch and Microsoft did too.')).toEqual([]);
  });

  test('are left out of a paragraph on football', () => {
    const story = `${LEAD}\n\nRussia signed it early.\n\nIn football, Iran beat South Africa 2-1 in the World Cup.`;
    expect(namedInText(story)).toEqual([
      ['treaty', TREATY],
      ['treaty', 'the treaty'],
      ['russia', 'Russia'],
    ]);
  });

  test('stay in a paragraph that speaks of the treaty and of football', () => {
    const story = `${LEAD}\n\nAt the World Cup, Iran said it would not sign the treaty.`;
    expect(wordsFor('iran', story)).toEqual(['Iran']);
  });
});

describe('a passing mention', () => {
  const filler = Array.from({ length: 30 }, () => 'Russia and Iran spoke of trade, of grain and of the price of oil.');

  test('underlines the treaty alone', () => {
    const text = [...filler, `They also touched on the ${TREATY}.`, ...filler].join('\n');
    expect(namedInText(text)).toEqual([['treaty', TREATY]]);
  });

  test('is none when the treaty stands in the lead and again later', () => {
    const text = [`Russia praised the ${TREATY}.`, ...filler, `The ${TREATY} came up again with Iran.`].join('\n');
    const named = namedInText(text);
    expect(named.slice(0, 2)).toEqual([
      ['russia', 'Russia'],
      ['treaty', TREATY],
    ]);
    expect(named.filter(([entity]) => entity === 'iran')).toHaveLength(31);
  });
});

describe('"the treaty"', () => {
  const gap = (blocks: number) => Array.from({ length: blocks }, () => 'Nothing of note was said here.').join('\n');

  test('is the treaty within six paragraphs of a name, and no further', () => {
    expect(wordsFor('treaty', `${LEAD}\n${gap(5)}\nThen the treaty was read.`)).toHaveLength(3);
    expect(wordsFor('treaty', `${LEAD}\n${gap(6)}\nThen the treaty was read.`)).toHaveLength(2);
  });

  test('is the treaty before it in the lead', () => {
    expect(namedInText(`The treaty is here. It is the ${TREATY}.`)).toEqual([
      ['treaty', 'The treaty'],
      ['treaty', TREATY],
    ]);
  });

  test('is another where words behind it say so', () => {
    expect(wordsFor('treaty', `${LEAD} The treaty on plastics waits, and the convention center is full.`)).toEqual([
      TREATY,
      'the treaty',
    ]);
  });
});

describe('a front page', () => {
  const html = `<html lang="en"><body><main>
    <h2><a href="/1">Russia and Iran sign a large grain deal in Moscow</a></h2>
    <p>Microsoft was not part of it.</p>
    <h2><a href="/2">States adopt the ${TREATY} at last</a></h2>
    <p>Human Rights Watch is critical of the treaty, Russia is not.</p>
    <h2><a href="/3">South Africa wins the series against Iran</a></h2>
    <p>Meta showed it live.</p>
  </main></body></html>`;

  test('is annotated in the one story that names the treaty', () => {
    expect(namedInHtml(html)).toEqual([
      ['treaty', TREATY],
      ['hrw', 'Human Rights Watch'],
      ['treaty', 'the treaty'],
      ['russia', 'Russia'],
    ]);
  });
});

describe('a page', () => {
  test('is relevant when its main text names the treaty, not when only a rail or a comment does', () => {
    const detectIn = (html: string) => detector.detect(parsePage(html).blocks, { lang: 'en' });
    const naming = `<p>Read on the ${TREATY}</p>`;
    for (const rail of [`<aside>${naming}</aside>`, `<div id="comments">${naming}</div>`]) {
      const { relevant, mentions } = detectIn(`<main><p>Russia and Iran met.</p></main>${rail}`);
      expect(relevant).toBe(false);
      expect(mentions.map(({ entity }) => entity)).toEqual(['treaty']);
      expect(detectIn(`<main>${naming}</main>${rail}`).relevant).toBe(true);
    }
  });

  test('names entities split over inline elements', () => {
    const named = namedInHtml(`<p>The <b>UN</b> Convention <i>against Cyber</i>crime: <em>Human</em> Rights Watch</p>`);
    expect(named).toEqual([
      ['treaty', TREATY],
      ['hrw', 'Human Rights Watch'],
    ]);
  });

  test('never names anything across blocks', () => {
    expect(namedInHtml('<p>UN Convention</p><p>against Cybercrime</p>')).toEqual([]);
  });

  test('of another language still has English names read', () => {
    expect(namedInText(`Die ${TREATY} wurde angenommen.`, 'de')).toContainEqual(['treaty', TREATY]);
  });

  test('has no mention of words that a reader does not see', () => {
    const blocks = flowOfText(`${LEAD} Russia agreed, and Iran did.`);
    const russia = blocks[0]?.text.indexOf('Russia') ?? -1;
    const last = blocks.length - 1;
    const shown = detector.detect(blocks, {
      lang: 'en',
      isShown: (block, start) => !(block === last && start === russia),
    });
    expect(shown.mentions.map(({ entity }) => entity)).toEqual(['treaty', 'treaty', 'iran']);
    expect(detector.detect(blocks, { lang: 'en', isShown: () => false })).toEqual({
      relevant: false,
      mentions: [],
      figures: [],
    });
  });

  test('has mentions that do not overlap and are in order', () => {
    const blocks = flowOfText(`${LEAD}\nThe UN General Assembly, the Council of Europe and Iran. HRW spoke.`);
    const { mentions } = detector.detect(blocks, { lang: 'en' });
    expect(mentions.length).toBeGreaterThan(4);
    for (const [index, { block, start }] of mentions.entries()) {
      const before = mentions[index - 1];
      if (before?.block === block) expect(start).toBeGreaterThanOrEqual(before.end);
      else if (before) expect(block).toBeGreaterThan(before.block);
    }
  });
});

const SEED = fileURLToPath(new URL('../../../../shared/articles/000_88b0d3d671326f81.txt', import.meta.url));

describe('the seed article', () => {
  test('has every name underlined and no other word', ({ skip }) => {
    if (!existsSync(SEED)) skip('the article is not beside this checkout');
    const text = readFileSync(SEED, 'utf8');
    const blocks = flowOfText(text, 'en');
    const { relevant, mentions } = detector.detect(blocks, { lang: 'en' });
    expect(relevant).toBe(true);
    const paragraphs = blocks.map((_, index) =>
      mentions
        .filter(({ block }) => block === index)
        .map(({ entity, start, end }): Named => [entity, blocks[index]?.text.slice(start, end) ?? '']),
    );
    expect(paragraphs).toEqual([
      [['treaty', 'multilateral treaty targeting cybercrime']],
      [['treaty', 'United Nations Convention Against Cybercrime']],
      [
        ['treaty', 'The treaty'],
        ['un-general-assembly', 'UN General Assembly'],
      ],
      [['treaty', 'the treaty']],
      [
        ['south-africa', 'South Africa'],
        ['treaty', 'the treaty'],
      ],
      [['treaty', 'the treaty']],
      [
        ['deborah-brown', 'Deborah Brown'],
        ['hrw', 'Human Rights Watch'],
        ['treaty', 'the treaty'],
      ],
      [
        ['ashton-hart', 'Nick Ashton-Hart'],
        ['tech-accord', 'Cybersecurity Tech Accord'],
        ['microsoft', 'Microsoft'],
        ['meta', 'Meta'],
        ['treaty', 'the treaty'],
        ['treaty', 'the treaty'],
      ],
      [
        ['russia', 'Russia'],
        ['treaty', 'the treaty'],
        ['iran', 'Iran'],
      ],
      [['treaty', 'The treaty']],
    ]);
  });
});

describe('words right behind a generic name', () => {
  const words = (end: string) => namedInText(`${LEAD} Ministers signed ${end}`).at(-1)?.[1];

  test('make it another instrument, or say no more than when and where', () => {
    expect(words('the treaty on Monday.')).toBe('the treaty');
    expect(words('the convention for the first time.')).toBe('the convention');
    expect(words('the convention on plastics.')).toBe('the treaty');
    expect(words('the accord on fisheries.')).toBe('the treaty');
  });
});

describe('a story that names the treaty once', () => {
  const filler = 'The report counts many other matters of the year in some detail. '.repeat(12);

  test('is about it when its first sentence does', () => {
    expect(namedInText(`Iran signed the ${TREATY} on Saturday. ${filler}`)).toEqual([
      ['iran', 'Iran'],
      ['treaty', TREATY],
    ]);
  });

  test('mentions it in passing when a later sentence does', () => {
    expect(namedInText(`${filler} Iran signed the ${TREATY} on Saturday. ${filler}`)).toEqual([['treaty', TREATY]]);
  });
});
