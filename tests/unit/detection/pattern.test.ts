import { expect, test } from 'vitest';
import { expandPattern, PatternError } from '../../../lib/detection/pattern.ts';

test.each([
  ['Norway', ['Norway']],
  ['Росси{я|и}', ['Россия', 'России']],
  ['{|the }UN', ['UN', 'the UN']],
  ['cyber{|-| }crime{|s}', ['cybercrime', 'cybercrimes', 'cyber-crime', 'cyber-crimes', 'cyber crime', 'cyber crimes']],
  ['{a{b|c}|d}e', ['abe', 'ace', 'de']],
  ['{{a|b}|{c|}}', ['a', 'b', 'c', '']],
  ['{only}', ['only']],
  ['a|b', ['a|b']],
])('opens %s', (pattern, strings) => {
  expect(expandPattern(pattern)).toEqual(strings);
});

test.each(['{a', 'a}', '{a|{b}', 'a}{b', '{a}}'])('refuses %s, whose braces do not pair', (pattern) => {
  expect(() => expandPattern(pattern)).toThrow(PatternError);
});

test('says which pattern is wrong', () => {
  expect(() => expandPattern('Chad{')).toThrow('"Chad{" opens a brace that it never closes');
  expect(() => expandPattern('Chad}')).toThrow('"Chad}" closes a brace that it never opened');
});
