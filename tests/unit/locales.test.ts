/** Every language says what English says. What is used and what is not is checked in `house.test.ts`. */
import { describe, expect, test } from 'vitest';
import { LOCALES, type Message, type Messages } from './support/locales.ts';

const ENGLISH = LOCALES['en'] as Messages;
const TRANSLATIONS = Object.keys(LOCALES).filter((locale) => locale !== 'en');
/** Chrome's store takes no longer description, in UTF-16 units. */
const LONGEST_DESCRIPTION = 132;

/** Messages that some language rightly writes as English does. */
const SAME_AS_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  figure_ratifications: ['fr'],
  figure_abstentions: ['fr'],
  extensionName: TRANSLATIONS,
  // The language's own word is the same.
  kind_organisation: ['fr'],
  cardArticle: ['fr'],
  cardSources: ['fr'],
  cardSourceNumber: ['fr'],
  statusRatifications: ['fr'],
  popupMentions: ['fr'],
};

const formsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const holesIn = (form: string): string[] => [...new Set(form.match(/\$\d/g))].sort();
const rulesOf = (messages: Messages) => new Intl.PluralRules(messages['interfaceLang'] as string);

/** Whether a category holds one count only, as that for two does in Arabic: its form need not write the number. */
function namesOneCount(rules: Intl.PluralRules, category: string): boolean {
  const counts = Array.from({ length: 1001 }, (_, count) => count);
  return counts.filter((count) => rules.select(count) === category).length === 1;
}

test('the languages of the interface are those that it promises', () => {
  expect(Object.keys(LOCALES)).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'vi', 'zh_CN']);
});

describe.each(Object.entries(LOCALES))('locales/%s.json', (locale, messages) => {
  const keys = Object.keys(messages);
  const rules = rulesOf(messages);

  test('says which language it is in', () => {
    expect(messages['interfaceLang']).toBe(locale.replace('_', '-'));
  });

  test('has every message that English has, in its order, and no other', () => {
    expect(Object.keys(ENGLISH).filter((key) => !(key in messages))).toEqual([]);
    expect(keys.filter((key) => !(key in ENGLISH))).toEqual([]);
    expect(keys).toEqual(Object.keys(ENGLISH));
  });

  test('has keys that browsers allow, and no text that is empty or has space around it', () => {
    expect(keys.filter((key) => !/^[A-Za-z]\w*$/.test(key))).toEqual([]);
    expect(
      keys.filter((key) => formsOf(messages[key] as Message).some((form) => form === '' || form !== form.trim())),
    ).toEqual([]);
  });

  test('has a form for each category of its plural rules, and no other', () => {
    const categories = rules.resolvedOptions().pluralCategories.toSorted();
    const wrong = keys.filter((key) => {
      const message = messages[key] as Message;
      if (typeof message === 'string') return typeof ENGLISH[key] !== 'string';
      return typeof ENGLISH[key] === 'string' || Object.keys(message).sort().join() !== categories.join();
    });
    expect(wrong, `messages whose forms are not ${categories.join(', ')}`).toEqual([]);
  });

  test('has the placeholders of English in every form', () => {
    const wrong: string[] = [];
    for (const [key, message] of Object.entries(messages)) {
      const wanted = [...new Set(formsOf(ENGLISH[key] ?? message).flatMap(holesIn))].sort();
      // `$1` up to the last one: browsers leave a hole for one that is not given.
      if (wanted.some((hole, index) => hole !== `$${index + 1}`)) wrong.push(`${key} of English`);
      for (const [category, form] of Object.entries(typeof message === 'string' ? { '': message } : message)) {
        const needed = category && namesOneCount(rules, category) ? wanted.filter((hole) => hole !== '$1') : wanted;
        const held = holesIn(form);
        if (needed.some((hole) => !held.includes(hole)) || held.some((hole) => !wanted.includes(hole))) {
          wrong.push(`${key} ${category}`.trim());
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('describes the extension within the length that stores allow', () => {
    expect((messages['extensionDescription'] as string).length).toBeLessThanOrEqual(LONGEST_DESCRIPTION);
  });
});

describe.each(TRANSLATIONS)('locales/%s.json', (locale) => {
  test('leaves nothing in English', () => {
    // A form of holes alone has no words to be in any language.
    const english = new Set(
      Object.values(ENGLISH)
        .flatMap(formsOf)
        .filter((form) => /\p{L}/u.test(form)),
    );
    const left = Object.entries(LOCALES[locale] as Messages)
      .filter(([, message]) => formsOf(message).some((form) => english.has(form)))
      .map(([key]) => key);
    expect(left.filter((key) => !SAME_AS_ENGLISH[key]?.includes(locale))).toEqual([]);
    const allowed = Object.keys(SAME_AS_ENGLISH).filter((key) => SAME_AS_ENGLISH[key]?.includes(locale));
    expect(
      allowed.filter((key) => !left.includes(key)),
      'allowed for nothing',
    ).toEqual([]);
  });
});
