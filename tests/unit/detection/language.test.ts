import { expect, test } from 'vitest';
import { guessLanguage, languagesIn, primarySubtag } from '../../../lib/detection/language.ts';

test.each([
  ['en', 'The states that signed the treaty were told of it by the office.'],
  ['fr', 'Les États qui ont signé sont dans la salle avec des délégués pour une réunion.'],
  ['es', 'Los Estados que firmaron el tratado se reunieron con las delegaciones.'],
  ['pt', 'Os Estados não assinaram a convenção, com uma exceção, em Hanói.'],
  ['de', 'Die Staaten und der Rat haben das Abkommen nicht mit den anderen unterzeichnet.'],
  ['it', 'Gli Stati che sono nella sala hanno firmato il testo della convenzione.'],
  ['ru', 'Государства подписали конвенцию.'],
  ['zh', '各国在河内签署了公约。'],
  ['ja', '各国はハノイで条約に署名した。'],
  ['ar', 'وقعت الدول على الاتفاقية في هانوي.'],
  ['fa', 'کشورها کنوانسیون را در هانوی امضا کردند و گفتند.'],
  ['vi', 'Các nước đã ký công ước tại Hà Nội về tội phạm mạng.'],
  ['en', ''],
])('tells %s from its script and small words', (language, text) => {
  expect(guessLanguage(text)).toBe(language);
});

test('a name in another script does not change the language of a text', () => {
  expect(guessLanguage('The daily (人民日报) said that the treaty was signed by the states.')).toBe('en');
});

test('words of the language and of English are looked for', () => {
  expect([...languagesIn('pt')]).toEqual(['pt', 'en']);
  expect([...languagesIn('en')]).toEqual(['en']);
});

test.each([
  ['en', 'en'],
  ['EN_us', 'en'],
  ['zh-Hans-CN', 'zh'],
  ['fil', 'fil'],
])('the language of %s is %s', (tag, language) => {
  expect(primarySubtag(tag)).toBe(language);
});

test.each([undefined, '', 'english', 'null', 'undefined', '{{lang}}', '!!! x-<>_', 'e', '-en', 'en us'])(
  '%j names no language',
  (tag) => {
    expect(primarySubtag(tag)).toBeUndefined();
  },
);
