import { expect, test } from 'vitest';
import { PatternError, parsePattern, spellingsOf } from '../../../../lib/detection/compile/pattern.ts';

test.each([
  ['Norway', ['Norway']],
  ['Росси{я|и}', ['Россия', 'России']],
  ['{|the }UN', ['UN', 'the UN']],
  ['cyber{|-| }crime{|s}', ['cybercrime', 'cyber-crime', 'cyber crime', 'cybercrimes']],
  ['{a{b|c}|d}e', ['abe', 'ace', 'de']],
  ['{{a|b}|{c|}}', ['a', 'b', 'c', '']],
  ['{a|b}{c|d}', ['ac', 'bc', 'ad']],
  ['{only}', ['only']],
  ['a|b', ['a|b']],
])('%s is spelt with each of its choices', (pattern, spellings) => {
  expect(new Set(spellingsOf(pattern))).toEqual(new Set(spellings));
});

test('a pattern is taken apart as it is nested', () => {
  expect(parsePattern('a{b|{c|}d}')).toEqual(['a', [['b'], [[['c'], []], 'd']]]);
});

test.each(['{a', 'a}', '{a|{b}', 'a}{b', '{a}}'])('%s, whose braces do not pair, is refused', (pattern) => {
  expect(() => parsePattern(pattern)).toThrow(PatternError);
});

test('the error says which pattern is wrong', () => {
  expect(() => parsePattern('Chad{')).toThrow('"Chad{" opens a brace that it never closes');
  expect(() => parsePattern('Chad}')).toThrow('"Chad}" closes a brace that it never opened');
});
