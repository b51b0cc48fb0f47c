import { describe, expect, test } from 'vitest';
import { articleId } from '../../../lib/dataset/article-id.ts';
import { today } from '../../../lib/dataset/calendar.ts';
import { type CardContent, cardOf, nameOf } from '../../../lib/dataset/card.ts';
import { LANGUAGES } from '../../../lib/dataset/terms.ts';
import { readDataset } from '../../../tools/read-dataset.ts';
import { assembled, TODAY } from '../support/raw-dataset.ts';

const { dataset } = readDataset();
const ids = [...dataset.entities.map(({ id }) => id), ...dataset.articles.map(({ number }) => articleId(number))];
const small = assembled().dataset;

function card(of: typeof dataset, id: string, lang: (typeof LANGUAGES)[number] = 'en', day = TODAY): CardContent {
  const content = cardOf(of, id, { lang, today: day });
  if (!content) throw new Error(`There is no card of ${id}`);
  return content;
}

/** Every number that a card cites. */
function citedIn(content: CardContent): number[] {
  const { who, roles, since, positions, participation, status, facts, quotation, debate } = content;
  const { signed, bound } = participation ?? {};
  const { told = [], others = [] } = since ?? {};
  const { concerns = [], answers = [] } = debate ?? {};
  const steps = [participation, signed, bound];
  const cited: ({ sources: number[] } | undefined)[] = [
    who,
    ...roles,
    status,
    status?.since,
    ...told,
    ...others,
    ...steps,
    ...positions,
    ...facts,
    quotation,
  ];
  cited.push(...concerns, ...answers);
  return cited.flatMap((part) => part?.sources ?? []);
}

describe('every card of the repository', () => {
  test('exists and has a source', () => {
    expect(ids.length).toBeGreaterThan(68);
    const bare = ids.filter((id) => card(dataset, id, 'en', today()).sources.length === 0);
    expect(bare).toEqual([]);
  });

  test('numbers its sources from 1, cites each of them, and cites no other', () => {
    for (const id of ids) {
      const content = card(dataset, id);
      const numbers = content.sources.map(({ number }) => number);
      expect(numbers, id).toEqual(numbers.map((_, index) => index + 1));
      expect(
        [...new Set(citedIn(content))].sort((a, b) => a - b),
        id,
      ).toEqual(numbers);
    }
  });

  test('has a source behind every statement', () => {
    for (const id of ids) {
      const { who, roles, positions, facts, quotation, status, participation } = card(dataset, id);
      for (const part of [who, ...roles, ...positions, quotation, status, ...facts]) {
        if (part) expect(part.sources.length, id).toBeGreaterThan(0);
      }
      if (participation && !participation.signed && !participation.bound) {
        expect(participation.sources.length, id).toBeGreaterThan(0);
      }
    }
  });

  test('can be sent as a message', () => {
    for (const id of ids) {
      const content = card(dataset, id);
      expect(JSON.parse(JSON.stringify(content)), id).toEqual(content);
    }
  });

  test('marks each text with a language that it has, or English', () => {
    for (const lang of LANGUAGES) {
      for (const { id, kind, name: names } of dataset.entities) {
        const { name, who } = card(dataset, id, lang);
        if (who) expect([lang, 'en'], id).toContain(who.text.lang);
        const own = names[lang];
        if (own !== undefined) expect(name, id).toEqual({ text: own, lang });
        else if (kind !== 'state') expect(name, id).toEqual({ text: names.en, lang: 'en' });
      }
    }
  });

  test('names every state in every language', () => {
    const states = dataset.entities.filter(({ kind }) => kind === 'state');
    expect(states.length).toBeGreaterThan(190);
    for (const lang of LANGUAGES) {
      const foreign = states.filter(({ id }) => card(dataset, id, lang).name.lang !== lang);
      expect(foreign.map(({ id }) => id)).toEqual([]);
    }
    expect(card(dataset, 'south-africa', 'de').name).toEqual({ text: 'Südafrika', lang: 'de' });
    expect(card(dataset, 'russia', 'ja').name).toEqual({ text: 'ロシア', lang: 'ja' });
  });

  test('shows no more than three facts', () => {
    for (const id of ids) expect(card(dataset, id).facts.length, id).toBeLessThanOrEqual(3);
  });
});

describe('a card', () => {
  test('of a state shows where it stands now and what it did, newest last', () => {
    expect(card(small, 'norway')).toEqual({
      id: 'norway',
      kind: 'state',
      name: { text: 'Norway', lang: 'en' },
      iso: 'NO',
      who: undefined,
      positions: [
        { stance: 'neutral', text: { text: 'Waits.', lang: 'en' }, date: '2024-08', sources: [1] },
        { stance: 'supports', text: { text: 'Signs.', lang: 'en' }, date: '2025-10-25', sources: [1] },
      ],
      roles: [],
      chapter: undefined,
      debate: undefined,
      since: undefined,
      participation: {
        signed: { date: '2025-10-25', sources: [1], disputed: false },
        bound: { kind: 'ratification', date: '2025-11-01', sources: [1] },
        sources: [],
      },
      status: undefined,
      facts: [
        {
          text: { text: 'It hosted a meeting.', lang: 'en' },
          date: '2025-09',
          sources: [1],
          confidence: 'confirmed',
        },
      ],
      quotation: undefined,
      related: [],
      sources: [
        {
          number: 1,
          publisher: 'United Nations',
          title: 'Status of treaties',
          url: 'https://treaties.un.org/',
          date: '2025-11-19',
          dated: 'published',
        },
      ],
      asOf: '2025-11-19',
      age: 52,
      stale: true,
    });
  });

  test('of a state that has not signed cites the table that shows it', () => {
    const { dataset: without } = assembled((raw) => raw['status.json'].participants.pop());
    const { participation, sources } = card(without, 'chad');
    expect(participation).toEqual({ signed: undefined, bound: undefined, sources: [1] });
    expect(sources).toHaveLength(1);
  });

  test('tells of a signature that the sources dispute', () => {
    const { dataset: disputed } = assembled((raw) => {
      raw['status.json'].participants[1].signed.confidence = 'disputed';
    });
    expect(card(disputed, 'chad').participation?.signed).toEqual({ date: '2025-10-26', sources: [1], disputed: true });
  });

  test("of a state has the dataset's own name in a language before the platform's", () => {
    const { dataset: renamed } = assembled((raw) => {
      raw['entities/states.json'][0].name.fr = 'Royaume de Norvège';
    });
    expect(card(renamed, 'norway', 'fr').name).toEqual({ text: 'Royaume de Norvège', lang: 'fr' });
    expect(card(renamed, 'norway', 'de').name).toEqual({ text: 'Norwegen', lang: 'de' });
  });

  test('falls back to English text by text, and says so', () => {
    const { name, positions, facts } = card(small, 'norway', 'fr');
    expect(name).toEqual({ text: 'Norvège', lang: 'fr' });
    expect(positions.at(-1)?.text).toEqual({ text: 'Signs.', lang: 'en' });
    expect(facts[0]?.text.lang).toBe('en');
  });

  test('of the treaty has its status of the day asked for', () => {
    expect(card(small, 'treaty', 'en', '2025-10-25').status).toMatchObject({ signatories: 1, ratifications: 0 });
    expect(card(small, 'treaty', 'en', '2026-01-10').status).toMatchObject({
      signatories: 2,
      ratifications: 1,
      age: 52,
    });
    expect(card(small, 'treaty').since).toBeUndefined();
    expect(card(small, 'treaty').related).toEqual([{ id: 'norway', name: { text: 'Norway', lang: 'en' } }]);
  });

  test('of the treaty tells what has happened since an article, in its place in the order of sources', () => {
    const since = (published: string) =>
      cardOf(dataset, 'treaty', { lang: 'en', today: '2026-11-24', published })?.since;
    const later = since('2024-08-09');
    expect(later?.told).toHaveLength(5);
    expect(later?.told.map(({ text }) => text.text).join(' ')).toMatch(/resolution 79\/243.*opened for signature/);
    expect(later?.told.map(({ date }) => date)).toEqual(later?.told.map(({ date }) => date).toSorted());
    expect(later?.others.length).toBeGreaterThan(0);
    expect(since('2026-11-24')).toBeUndefined();
  });

  test('of an article has its summary, and its debate where there is one', () => {
    const { dataset: debated } = assembled((raw) => {
      const view = { holder: 'A', text: { en: 'It is.' }, date: '2024-08', sources: ['record'] };
      raw['articles.json'][1].debate = { about: { en: 'Whether it is.' }, concerns: [view], answers: [view] };
    });
    expect(card(debated, 'article-1')).toMatchObject({ kind: 'article', facts: [], who: { sources: [1] } });
    const { facts, debate } = card(debated, 'article-2');
    expect(facts.map(({ text }) => text.text)).toEqual(['Whether it is.']);
    expect(debate).toMatchObject({ concerns: [{ holder: 'A' }], answers: [{ holder: 'A' }] });
  });

  test('tells the day of the last reading where a source has no date', () => {
    const { dataset: undated } = assembled((raw) => {
      delete raw['sources.json'][0].published;
    });
    expect(card(undated, 'norway').sources[0]).toMatchObject({ date: '2025-11-20', dated: 'accessed' });
  });

  test('shows the last three facts of many', () => {
    const { dataset: many } = assembled((raw) => {
      const [norway] = raw['entities/states.json'];
      norway.facts = [1, 2, 3, 4, 5].map((n) => ({ ...norway.facts[0], text: { en: `Fact ${n}` } }));
    });
    expect(card(many, 'norway').facts.map(({ text }) => text.text)).toEqual(['Fact 3', 'Fact 4', 'Fact 5']);
  });

  test.each(['atlantis', '', 'article-0', 'article-69', 'article-3', 'article-', 'Norway'])(
    'there is none of %j',
    (id) => {
      expect(cardOf(small, id, { lang: 'en', today: TODAY })).toBeUndefined();
    },
  );

  test('is of the entity whose id it is, or of the article, and no two have one id', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, kind } of dataset.entities) expect(card(dataset, id), id).toMatchObject({ id, kind });
    for (const { number, title } of dataset.articles) {
      const content = card(dataset, articleId(number));
      expect(content).toMatchObject({ id: articleId(number), kind: 'article', name: { text: title.en } });
    }
    expect(card(dataset, 'article-19').name.text).toBe('ARTICLE 19');
  });
});

describe('a name in a list', () => {
  test('is the short one where there is one', () => {
    expect(nameOf(dataset, 'treaty', 'en').text).toBe('UN Cybercrime Convention');
    expect(nameOf(small, 'norway', 'fr')).toEqual({ text: 'Norvège', lang: 'fr' });
    expect(nameOf(small, 'article-2', 'en').text).toBe('Use of terms');
  });

  test('cannot be asked of nobody', () => {
    expect(() => nameOf(small, 'atlantis', 'en')).toThrow('The dataset has no entity "atlantis"');
  });
});
