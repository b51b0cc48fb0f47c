/** Words that are written as one name and seen as another: no card may open under them. */
import { describe, expect, test } from 'vitest';
import { CharClass, classOf, GAP, joinsAsPair, withoutOverridden } from '../../../lib/detection/fold.ts';
import { namedInHtml, namedInText } from '../support/detecting.ts';

const STORY = 'The UN Convention against Cybercrime was discussed. ';
const [RLO, LRO, PDF] = ['\u202e', '\u202d', '\u202c'];

/** What is named beside the treaty, in text. */
const named = (text: string) => namedInText(STORY + text).filter(([entity]) => entity !== 'treaty');
/** The same in a page. */
const namedOnPage = (html: string) =>
  namedInHtml(`<html lang="en"><p>${STORY}</p><p>${html}</p>`).filter(([entity]) => entity !== 'treaty');

describe('a name that is seen as it is written', () => {
  test.each([
    ['Russia signed.', 'Russia'],
    ['Rus\u200bsia signed.', 'Rus\u200bsia'],
    ['Rus\u00adsia signed.', 'Rus\u00adsia'],
    ['\u2066Russia\u2069 signed.', 'Russia'],
    ['\u202bRussia\u202c signed.', 'Russia'],
    ['Russia🎉 signed.', 'Russia'],
    ['🇷🇺Russia signed.', 'Russia'],
  ])('%j is named', (text, words) => {
    expect(named(text)).toEqual([['russia', words]]);
  });

  test('beside a hidden element it is named', () => {
    expect(namedOnPage('Niger<span hidden>!</span>, too, signed; so did<script>x()</script> Nigeria.')).toEqual([
      ['niger', 'Niger'],
      ['nigeria', 'Nigeria'],
    ]);
  });
});

describe('a name that is seen otherwise', () => {
  test.each([
    // Letters in another order than they are written in.
    [`${RLO}aissuR${PDF} signed.`],
    [`${RLO}Russia${PDF} signed.`],
    [`${LRO}Russia${PDF} signed.`],
    [`${RLO}\u202ax${PDF} Russia${PDF} signed.`],
    [`${RLO}\u2067x\u2069 Russia signed.`],
    [`${RLO}A${RLO}B${PDF} Iran signed.`],
    // Letters of another alphabet that look the same.
    ['R\u0443ssia signed.'],
    ['Ir\u0430n signed.'],
    ['Niger\u0456a signed.'],
    ['Niger𝗂𝖺 signed.'],
    ['𝖠𝗇𝗍𝗂Iran signed.'],
    ['Niger𐐨a signed.'],
    // Signs that are not seen, within what is seen as one word.
    ['Niger\u200bians signed.'],
    ['Niger\u2060ians signed.'],
    ['Niger\u{e0001}ians signed.'],
    ['Niger\u{e0100}ians signed.'],
    ['Niger\u{e0069}ians signed.'],
    ['Niger\u3164ians signed.'],
    ['Un\u200bIran signed.'],
    ['Un\u{e0020}Iran signed.'],
  ])('%j is not', (text) => {
    expect(named(text)).toEqual([]);
  });

  test.each([
    ['Niger<span hidden> </span>ians signed.'],
    ['Niger<script>//</script>ians signed.'],
    ['Niger<template> </template>ians signed.'],
    ['Niger<span style="display: none"> </span>ians signed.'],
    ['Ni<span hidden> </span>ger signed.'],
    ['<bdo dir="rtl">Iran</bdo> signed.'],
    ['<bdo dir="rtl"><b>Ir</b>an</bdo> signed.'],
    [`<b>${RLO}</b>Iran signed.`],
  ])('%j on a page is not', (html) => {
    expect(namedOnPage(html)).toEqual([]);
  });

  test('an override ends with its paragraph', () => {
    expect(namedOnPage(`${RLO}Iran signed.</p><p>Russia signed.`)).toEqual([['russia', 'Russia']]);
  });
});

describe('the reading of signs', () => {
  test('text behind an override is a gap of the same length', () => {
    expect(withoutOverridden('as it is')).toBe('as it is');
    expect(withoutOverridden(`as ${RLO}it`)).toBe(`as ${GAP.repeat(3)}`);
  });

  test('a gap ends no word', () => {
    expect(classOf(GAP.charCodeAt(0))).toBe(CharClass.Ignored);
  });

  test('pairs that are letters join words, emoji and ideographs do not', () => {
    expect(['𝗂', '𐐨', '\u{e0100}', '🎉', '𠮷', 'a'].map((char) => joinsAsPair(char, 0))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(joinsAsPair('', 0)).toBe(false);
    expect(joinsAsPair('a', -1)).toBe(false);
  });
});
