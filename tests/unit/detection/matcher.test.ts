import { describe, expect, test } from 'vitest';
import { compileDictionary } from '../../../lib/detection/compile/dictionary.ts';
import type { LexiconEntry } from '../../../lib/detection/compile/lexicon.ts';
import { dictionaryFor } from '../../../lib/detection/dictionary.ts';
import { createMatcher } from '../../../lib/detection/matcher.ts';

/** What a lexicon holds beside names. */
const NO_RULES = { conditions: [], articles: {}, figures: {}, instruments: [], kinds: {} };
const CONDITIONS = [{ notBefore: ['-analysis', 'tags'] }, { notAfter: ['annual'] }, { near: ['watch', 'brown said'] }];
const ENTRIES: LexiconEntry[] = [
  ['treaty', 'distinctive', '{UN|United Nations} Convention against Cyber{|-}crime'],
  ['hrw', 'distinctive', 'Human Rights Watch'],
  ['russia', 'contextual', 'Russia'],
  ['vietnam', 'contextual', '{Việt Nam|Viet{| }nam}'],
  ['council', 'distinctive', "Europe's Council"],
  ['meta', 'contextual', 'Meta', 0],
  ['assembly', 'contextual', 'General Assembly', 1],
  ['brown', 'contextual', 'Brown', 2],
  ['gross', 'contextual', 'Groß'],
  ['generic', 'generic', 'the treaty'],
];

/** A matcher of some names by language. */
function matcherOf(names: Record<string, LexiconEntry[]>) {
  return createMatcher(compileDictionary({ ...NO_RULES, names, conditions: CONDITIONS }));
}

const matcher = matcherOf({ en: ENTRIES });

/** What a text names, as the text has the words. */
function found(text: string): string[] {
  return matcher.scan(text, 'en').map(({ target, start, end }) => `${target}: ${text.slice(start, end)}`);
}

describe('offsets', () => {
  test('are into the text as it stands', () => {
    const text = 'On Monday Human Rights Watch spoke of Russia.';
    expect(matcher.scan(text, 'en')).toEqual([
      { target: 'hrw', strength: 'distinctive', start: 10, end: 28, length: 18 },
      { target: 'russia', strength: 'contextual', start: 38, end: 44, length: 6 },
    ]);
  });

  test('count UTF-16 units behind emoji and decomposed letters', () => {
    const text = `😀 ${'é'.normalize('NFD')} Russia`;
    expect(matcher.scan(text, 'en')).toEqual([
      { target: 'russia', strength: 'contextual', start: 6, end: 12, length: 6 },
    ]);
  });
});

describe('a name is found however it is typed', () => {
  test.each([
    ['with no-break spaces', 'Human\u00a0Rights\u00a0Watch'],
    ['with a narrow space', 'Human\u202fRights Watch'],
    ['with a soft hyphen', 'Hu\u00adman Rights Watch'],
    ['with zero-width signs', 'Human\u200b \u200bRi\u200dghts Watch'],
    ['with runs of spaces', 'Human   Rights \t Watch'],
    ['across a newline', 'Human\n    Rights Watch'],
    ['in capitals', 'HUMAN RIGHTS WATCH'],
    ['in full-width letters', 'Ｈｕｍａｎ Rights Watch'],
  ])('%s', (_, words) => {
    expect(found(`by ${words}, it says`)).toEqual([`hrw: ${words}`]);
  });

  test.each([
    ['composed', 'Việt Nam'.normalize('NFC')],
    ['decomposed', 'Việt Nam'.normalize('NFD')],
    ['without marks', 'Viet Nam'],
    ['in one word', 'Vietnam'],
  ])('%s diacritics', (_, words) => {
    expect(new Set(found(`in ${words}.`))).toEqual(new Set([`vietnam: ${words}`]));
  });

  test.each([
    'UN Convention against Cybercrime',
    'United Nations Convention Against Cyber-crime',
    'UN Convention against Cyber\u2011crime',
    'UN CONVENTION AGAINST CYBERCRIME',
  ])('with the hyphens and capitals of %s', (words) => {
    expect(found(`The ${words} was adopted`)).toEqual([`treaty: ${words}`]);
  });

  test('with a straight or a curly apostrophe', () => {
    expect(found("Europe's Council, Europe’s Council")).toEqual([
      "council: Europe's Council",
      'council: Europe’s Council',
    ]);
  });

  test('with two letters for one', () => {
    expect(found('Groß, Gross, GROSS')).toEqual(['gross: Groß', 'gross: Gross', 'gross: GROSS']);
  });

  test('between quotation marks, brackets and dashes', () => {
    expect(found('“Russia” (Russia) —Russia— Russia/Russia, Russia…')).toEqual(Array(6).fill('russia: Russia'));
  });

  test('in a possessive, whose ending is not part of it', () => {
    expect(found("Russia's plan, Russia’s draft")).toEqual(['russia: Russia', 'russia: Russia']);
  });

  test('with the marks that dress its last letter', () => {
    expect(found('Russia\u0301 agreed')).toEqual(['russia: Russia\u0301']);
  });

  test('before a hyphen, and behind one that joins two names', () => {
    expect(found('Russia-led talks; the US-Russia talks')).toEqual(['russia: Russia', 'russia: Russia']);
  });
});

describe('a name is not found', () => {
  test.each([
    ['within a longer word', 'Russian, Prussia, Belorussia, RussiaToday, Metaverse'],
    ['within a word that a soft hyphen parts', 'Russia\u00adn'],
    ['behind a prefix', 'anti-Russia and pro-Russia rallies'],
    ['in small letters where it demands capitals', 'human rights watch and russia'],
    ['with one small letter where it demands a capital', 'Human rights Watch'],
    ['broken by a sign', 'Human, Rights Watch; Human Rights. Watch'],
    ['as a part only', 'Human Rights'],
    ['in a handle', '@Russia and @HumanRightsWatch'],
    [
      'in an address',
      'https://example.org/Russia www.Russia.example example.org/Russia Russia@example.org Russia.example',
    ],
    ['with a digit beside it', 'Russia2 4Russia'],
    ['in a name of code', 'Russia_1 my_Russia'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('in an empty text or one of signs', () => {
    expect(found('')).toEqual([]);
    expect(found('\u200b \n😀\ud83d')).toEqual([]);
  });
});

describe('words around a name', () => {
  test('right behind it make it the name of something else', () => {
    expect(found('Meta-analysis, Meta analysis, Meta  tags, Meta\u2011analysis')).toEqual(['meta: Meta']);
    expect(found('Meta tagset and Meta.')).toEqual(['meta: Meta', 'meta: Meta']);
  });

  test('right before it make it the name of something else', () => {
    expect(found('the annual\nGeneral Assembly')).toEqual([]);
    expect(found('the biannual General Assembly')).toEqual(['assembly: General Assembly']);
  });

  test('near it let it count', () => {
    expect(found('Brown agreed')).toEqual([]);
    expect(found('Brown\u00a0said so')).toEqual(['brown: Brown']);
    expect(found('Brown watched')).toEqual([]);
    expect(found(`Brown agreed. ${'x '.repeat(400)} watch`)).toEqual([]);
  });
});

test('overlapping names are all found, in the order of their starts', () => {
  const both = matcherOf({
    en: [
      ['long', 'contextual', 'South Africa'],
      ['short', 'contextual', 'Africa'],
      ['other', 'distinctive', 'Africa'],
    ],
  });
  expect(both.scan('South Africa', 'en').map(({ target, start }) => [target, start])).toEqual([
    ['long', 0],
    ['short', 6],
    ['other', 6],
  ]);
});

test("names of the text's language count, those of any language and quoted English ones; a name in two files once", () => {
  const many = matcherOf({
    any: [['unodc', 'distinctive', 'UNODC']],
    en: [['germany', 'contextual', 'Germany']],
    'en-home': [['actor', 'contextual', 'delegation']],
    de: [
      ['germany', 'contextual', 'Deutschland'],
      ['eff', 'contextual', 'EFF'],
    ],
    'de-home': [['eff', 'contextual', 'EFF']],
    fr: [['germany', 'contextual', 'Allemagne']],
  });
  const text = 'Germany Deutschland EFF UNODC delegation';
  const starts = (language: string) => many.scan(text, language).map(({ start }) => start);
  expect(starts('en')).toEqual([0, 24, 30]);
  expect(starts('de')).toEqual([0, 8, 20, 24]);
  expect(starts('fr')).toEqual([0, 24]);
  expect(starts('unknown')).toEqual([0, 24]);
});

test('of another language than its own, a page has the distinctive names of the treaty', () => {
  const lexicon = {
    ...NO_RULES,
    names: {
      en: [['russia', 'contextual', 'Russia']] satisfies LexiconEntry[],
      fr: [
        ['treaty', 'distinctive', 'Convention des Nations Unies contre la cybercriminalité'],
        ['treaty', 'contextual', 'traité sur la cybercriminalité'],
        ['russia', 'contextual', 'Russie'],
      ] satisfies LexiconEntry[],
    },
  };
  const onPage = createMatcher(dictionaryFor(compileDictionary(lexicon), 'en-GB'));
  const text =
    'Russie, Russia, traité sur la cybercriminalité, Convention des Nations Unies contre la cybercriminalité';
  expect(onPage.scan(text, 'fr').map(({ start }) => start)).toEqual([8, 48]);
});

test('accents that must stand as written do, however they are typed', () => {
  const exact = createMatcher(
    compileDictionary({
      ...NO_RULES,
      names: { vi: [['belgium', 'contextual', 'Bỉ', 0]] },
      conditions: [{ exact: true }],
    }),
  );
  const words = (text: string) => exact.scan(text, 'vi').map(({ start, end }) => text.slice(start, end));
  for (const spelt of ['Bỉ'.normalize('NFC'), 'Bỉ'.normalize('NFD'), 'B\u200bỉ', 'BỈ'])
    expect(words(spelt)).toEqual([spelt]);
  expect(words('Bi, Bị, Bí, bỉ')).toEqual([]);
});

test('names of scripts without borders between words are found within a run', () => {
  const asian = matcherOf({
    any: [['russia', 'contextual', '俄罗斯']],
    ja: [['cyber', 'contextual', 'サイバー']],
  });
  const words = (text: string) => asian.scan(text, 'ja').map(({ start, end }) => text.slice(start, end));
  expect(words('据俄罗斯代表说')).toEqual(['俄罗斯']);
  expect(words('国連サイバー犯罪')).toEqual(['サイバー']);
  expect(words('サイバーセキュリティ')).toEqual([]);
});

test('takes time in proportion to the text, whatever the text', () => {
  const timeOf = (text: string) => {
    const started = performance.now();
    matcher.scan(text, 'en');
    return performance.now() - started;
  };
  const texts = [
    'Human Rights '.repeat(20_000),
    '\u00ad'.repeat(260_000),
    'Russia'.repeat(40_000),
    ' '.repeat(260_000),
  ];
  for (const text of texts) expect(timeOf(text)).toBeLessThan(1500);
});
