import { describe, expect, test } from 'vitest';
import { CharClass, classOf, expansionOf, fold, foldUnit, IGNORED, SPACE } from '../../../lib/detection/fold.ts';

const unit = (char: string) => char.charCodeAt(0);

describe('folding', () => {
  test.each([
    ['case', 'Human RIGHTS', 'human rights'],
    ['composed diacritics', 'Việt Nam', 'viet nam'],
    ['decomposed diacritics', 'Việt Nam'.normalize('NFD'), 'viet nam'],
    ['Turkish and Vietnamese letters', 'ı Đà', 'i da'],
    ['ligatures and double letters', 'Straße æther ﬁnal', 'strasse aether final'],
    ['full-width letters', 'ＵＮ', 'un'],
    ['curly apostrophes', 'Europe’s ‘text’', "europe's 'text'"],
    ['curly quotation marks', '“a” «b»', '"a" "b"'],
    ['dashes of every length', 'a‐b‑c–d—e−f', 'a-b-c-d-e-f'],
    ['every white space', 'a\u00a0b\u2009c\td\n\n e', 'a b c d e'],
    ['soft hyphens and zero-width signs', 'cy\u00adber\u200bcri\u200dme\ufeff\u2060', 'cybercrime'],
    ['Arabic vowels, tatweel and Persian letters', 'كِتـاب ایران', 'كتاب ايران'],
    ['Cyrillic letters with marks', 'йё', 'ие'],
    ['white space at the ends', '  UN  ', 'un'],
  ])('folds %s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('leaves signs, ideographs and lone surrogates as they are', () => {
    expect(fold('国連 § 😀 \ud83d')).toBe('国連 § 😀 \ud83d');
  });

  test('is the same for a folded text', () => {
    for (const text of ['Straße', 'Việt Nam', 'a–b', 'サイバー']) expect(fold(fold(text))).toBe(fold(text));
  });

  test("leaves private-use characters as they are, such as an icon font's", () => {
    fold('ß æ ﬁ');
    expect(fold('\ue000\ue001\ue002')).toBe('\ue000\ue001\ue002');
  });
});

describe('units', () => {
  test('are ignored, spaces, letters or sequences', () => {
    expect(foldUnit(unit('\u00ad'))).toBe(IGNORED);
    expect(foldUnit(unit('\u0301'))).toBe(IGNORED);
    expect(foldUnit(unit('\u00a0'))).toBe(SPACE);
    expect(foldUnit(unit('É'))).toBe(unit('e'));
    expect(expansionOf(foldUnit(unit('ß')))).toEqual([unit('s'), unit('s')]);
    expect(expansionOf(unit('s'))).toBeUndefined();
  });

  test('are of the class by which words end', () => {
    const classes = Array.from('a9_é国ひカー. \u200b', (char) => classOf(unit(char)));
    const { Word, Ideograph, Katakana, Other, Ignored } = CharClass;
    expect(classes).toEqual([Word, Word, Word, Word, Ideograph, Ideograph, Katakana, Katakana, Other, Other, Ignored]);
    expect(classOf(0xd83d)).toBe(Other);
  });
});
