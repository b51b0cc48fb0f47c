import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureWordsSchema } from '../../../lib/dataset/figure-schema.ts';
import { compileFigureWords } from '../../../lib/detection/compile/figures.ts';
import { createFigureReader, type Figure, nearTreaty } from '../../../lib/detection/figures.ts';

const FOLDER = fileURLToPath(new URL('../../../lib/dataset/data/figures/', import.meta.url));
const files = globSync('*.json', { cwd: FOLDER }).sort();
const contents = files.map((file): unknown => JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8')));
const words = contents.map((content) => figureWordsSchema.parse(content));
const languages = words.map(({ lang }) => lang);
const reader = createFigureReader(Object.fromEntries(words.map((file) => [file.lang, compileFigureWords(file)])));

/** Figures of a text, each as "kind value bound: words"; an exact bound goes unsaid. */
function read(text: string, lang: string): string[] {
  return reader
    .read(text, new Set([lang]))
    .map(({ kind, value, bound, start, end }) =>
      [kind, value, ...(bound === 'exact' ? [] : [bound])].join(' ').concat(': ', text.slice(start, end)),
    );
}

type Positive = [text: string, ...figures: string[]];

const POSITIVE: Readonly<Record<string, Positive[]>> = {
  en: [
    ['So far 72 states have signed.', 'signatories 72: 72 states have signed'],
    [
      'Seventy-two UN member states have already signed it.',
      'signatories 72: Seventy-two UN member states have already signed',
    ],
    ['Signed by more than 60 countries in Hanoi', 'signatories 60 at-least: Signed by more than 60 countries'],
    ['It needs 40 ratifications to enter into force.', 'needed 40: needs 40 ratifications'],
    ['It takes effect once at least 40 states have ratified.', 'needed 40 at-least: at least 40 states have ratified'],
    ['Ninety days after the fortieth ratification', 'needed 40: fortieth ratification'],
    ['Only two countries have ratified it.', 'ratifications 2: two countries have ratified'],
    ['adopted by 79 votes to 60', 'votes-for 79: 79 votes', 'votes-against 60: 60'],
  ],
  fr: [
    ['Près de 70 États ont signé la convention.', 'signatories 70 about: Près de 70 États ont signé'],
    ['Soixante-douze pays l’ont déjà signée.', 'signatories 72: Soixante-douze pays l’ont déjà signée'],
    ['Le traité compte 72 signataires.', 'signatories 72: 72 signataires'],
    ['après la quarantième ratification', 'needed 40: quarantième ratification'],
    ['Dès que 40 États auront ratifié le texte', 'needed 40: 40 États auront ratifié'],
    ['adoptée par 79 voix contre 60', 'votes-for 79: 79 voix', 'votes-against 60: 60'],
    ['Trois pays ont ratifié le traité.', 'ratifications 3: Trois pays ont ratifié'],
  ],
  es: [
    ['Casi 70 países firmaron el tratado.', 'signatories 70 about: Casi 70 países firmaron'],
    ['firmada por setenta y dos Estados', 'signatories 72: firmada por setenta y dos Estados'],
    ['El tratado suma 72 signatarios.', 'signatories 72: 72 signatarios'],
    ['Requiere 40 ratificaciones.', 'needed 40: Requiere 40 ratificaciones'],
    ['cuando 40 Estados lo hayan ratificado', 'needed 40: 40 Estados lo hayan ratificado'],
    ['por 79 votos a favor y 60 en contra', 'votes-for 79: 79 votos a favor', 'votes-against 60: 60 en contra'],
    ['Dos países lo han ratificado.', 'ratifications 2: Dos países lo han ratificado'],
  ],
  ru: [
    ['Документ подписали более 60 стран.', 'signatories 60 at-least: подписали более 60 стран'],
    ['Семьдесят два государства подписали договор.', 'signatories 72: Семьдесят два государства подписали'],
    ['Под ней стоят 72 подписи.', 'signatories 72: 72 подписи'],
    ['подписана семьюдесятью двумя странами', 'signatories 72: подписана семьюдесятью двумя странами'],
    ['после сдачи на хранение сороковой ратификационной грамоты', 'needed 40: сороковой ратификационной грамоты'],
    ['Необходимо 40 ратификаций.', 'needed 40: Необходимо 40 ратификаций'],
    ['Ратифицировали конвенцию три государства.', 'ratifications 3: Ратифицировали конвенцию три государства'],
  ],
  zh: [
    ['已有72个国家签署公约。', 'signatories 72: 72个国家签署'],
    ['七十二個國家已簽署公約。', 'signatories 72: 七十二個國家已簽署'],
    ['60多个国家签署', 'signatories 60 at-least: 60多个国家签署'],
    ['需40个国家批准', 'needed 40: 需40个国家批准'],
    ['第四十份批准书交存之日', 'needed 40: 第四十份批准书'],
    ['３个国家批准了公约', 'ratifications 3: ３个国家批准'],
    ['79票赞成、60票反对', 'votes-for 79: 79票赞成', 'votes-against 60: 60票反对'],
  ],
  ar: [
    ['وقعت 72 دولة على الاتفاقية', 'signatories 72: وقعت 72 دولة'],
    ['وقّعت عليها اثنتان وسبعون دولة', 'signatories 72: وقّعت عليها اثنتان وسبعون دولة'],
    ['وقع عليها أكثر من ٦٠ دولة', 'signatories 60 at-least: وقع عليها أكثر من ٦٠ دولة'],
    ['تحتاج إلى ٤٠ تصديقا', 'needed 40: تحتاج إلى ٤٠ تصديقا'],
    ['بعد إيداع صك التصديق الأربعين', 'needed 40: صك التصديق الأربعين'],
    ['صادقت ثلاث دول على الاتفاقية', 'ratifications 3: صادقت ثلاث دول'],
    ['بتأييد 79 صوتا وامتنعت 33 دولة عن التصويت', 'votes-for 79: بتأييد 79 صوتا', 'abstentions 33: وامتنعت 33 دولة'],
  ],
  vi: [
    ['Đã có 72 quốc gia ký Công ước.', 'signatories 72: 72 quốc gia ký'],
    ['Bảy mươi hai nước đã ký.', 'signatories 72: Bảy mươi hai nước đã ký'],
    ['Hơn 60 nước tham gia ký kết', 'signatories 60 at-least: Hơn 60 nước tham gia ký'],
    ['cần 40 nước phê chuẩn', 'needed 40: cần 40 nước phê chuẩn'],
    ['sau khi văn kiện phê chuẩn thứ 40 được nộp', 'needed 40: văn kiện phê chuẩn thứ 40'],
    ['Ba quốc gia đã phê chuẩn.', 'ratifications 3: Ba quốc gia đã phê chuẩn'],
    ['79 phiếu thuận, 60 phiếu chống', 'votes-for 79: 79 phiếu thuận', 'votes-against 60: 60 phiếu chống'],
  ],
  pt: [
    ['Quase 70 países assinaram o tratado.', 'signatories 70 about: Quase 70 países assinaram'],
    ['assinada por setenta e dois Estados', 'signatories 72: assinada por setenta e dois Estados'],
    ['O tratado tem 72 signatários.', 'signatories 72: 72 signatários'],
    ['Precisa de 40 ratificações.', 'needed 40: Precisa de 40 ratificações'],
    ['quando 40 Estados o ratificarem', 'needed 40: 40 Estados o ratificarem'],
    ['79 votos a favor e 60 contra', 'votes-for 79: 79 votos a favor', 'votes-against 60: 60 contra'],
    ['Dois países já o ratificaram.', 'ratifications 2: Dois países já o ratificaram'],
  ],
  de: [
    ['72 Staaten haben unterzeichnet.', 'signatories 72: 72 Staaten haben unterzeichnet'],
    [
      'Zweiundsiebzig Länder haben das Abkommen unterschrieben.',
      'signatories 72: Zweiundsiebzig Länder haben das Abkommen unterschrieben',
    ],
    ['von mehr als 60 Staaten unterzeichnet', 'signatories 60 at-least: mehr als 60 Staaten unterzeichnet'],
    ['Es braucht 40 Ratifikationen.', 'needed 40: braucht 40 Ratifikationen'],
    ['nach der vierzigsten Ratifikation', 'needed 40: vierzigsten Ratifikation'],
    ['nach Hinterlegung der 40. Ratifikationsurkunde', 'needed 40: 40. Ratifikationsurkunde'],
    ['Drei Staaten haben den Vertrag ratifiziert.', 'ratifications 3: Drei Staaten haben den Vertrag ratifiziert'],
  ],
  it: [
    ['Quasi 70 Paesi hanno firmato il trattato.', 'signatories 70 about: Quasi 70 Paesi hanno firmato'],
    ['firmata da settantadue Stati', 'signatories 72: firmata da settantadue Stati'],
    ['Il trattato conta 72 firmatari.', 'signatories 72: 72 firmatari'],
    ['Servono 40 ratifiche.', 'needed 40: Servono 40 ratifiche'],
    ['dopo la quarantesima ratifica', 'needed 40: quarantesima ratifica'],
    ["Tre Paesi l'hanno ratificata.", "ratifications 3: Tre Paesi l'hanno ratificata"],
    ['79 voti a favore, 60 contrari', 'votes-for 79: 79 voti a favore', 'votes-against 60: 60 contrari'],
  ],
  fa: [
    ['۷۲ کشور آن را امضا کرده‌اند', 'signatories 72: ۷۲ کشور آن را امضا کرده‌اند'],
    ['هفتاد و دو کشور آن را امضا کردند', 'signatories 72: هفتاد و دو کشور آن را امضا کردند'],
    ['بیش از ۶۰ کشور آن را امضا کردند', 'signatories 60 at-least: بیش از ۶۰ کشور آن را امضا کردند'],
    ['نیازمند تصویب ۴۰ کشور است', 'needed 40: نیازمند تصویب ۴۰ کشور'],
    ['پس از سپردن چهلمین سند تصویب', 'needed 40: چهلمین سند تصویب'],
    ['سه کشور آن را تصویب کرده‌اند', 'ratifications 3: سه کشور آن را تصویب کرده‌اند'],
    ['با ۷۹ رأی موافق و ۶۰ رأی مخالف', 'votes-for 79: ۷۹ رأی موافق', 'votes-against 60: ۶۰ رأی مخالف'],
  ],
  ja: [
    ['72か国が署名した。', 'signatories 72: 72か国が署名した'],
    ['七十二カ国が署名した。', 'signatories 72: 七十二カ国が署名した'],
    ['６０カ国以上が署名', 'signatories 60 at-least: ６０カ国以上が署名'],
    ['発効には40か国の批准が必要だ。', 'needed 40: 40か国の批准'],
    ['40番目の批准書が寄託された日', 'needed 40: 40番目の批准書'],
    ['3か国が批准した。', 'ratifications 3: 3か国が批准した'],
    ['賛成79、反対60', 'votes-for 79: 賛成79', 'votes-against 60: 反対60'],
  ],
};

const NEGATIVE: Readonly<Record<string, string[]>> = {
  en: [
    'Forty companies signed a letter; 40 countries signed a joint statement.',
    '72 states have not signed. 60 countries are expected to sign.',
    'Its 27 member states signed, and another 12 countries signed later.',
    'In 2024 states signed. 40% of states ratified. 1,072 states signed. $40 million.',
    'The Budapest Convention has 81 parties, and Article 40 of it was negotiated for five years.',
    'Iran’s amendment was rejected by 102 votes to 23. It was signed by 60 ministers aged 72.',
    'It still lacks 38 ratifications. G20 countries signed. COVID-19 states ratified.',
  ],
  fr: [
    'Quarante entreprises ont signé. 40 pays ont signé une déclaration commune.',
    '72 États n’ont pas signé. 12 autres pays ont signé.',
    'Ses 27 États membres ont signé. Il manque 38 ratifications.',
    'En 2024, les pays ont signé. 40 % des États ont ratifié. 1 072 États ont signé.',
    'La convention de Budapest compte 81 parties depuis vingt ans.',
    'L’amendement a été rejeté par 102 voix contre 23. Il avait 72 ans.',
  ],
  es: [
    'Cuarenta empresas firmaron. 40 países firmaron una declaración conjunta.',
    '72 Estados no han firmado. Otros 12 países firmaron.',
    'Sus 27 Estados miembros firmaron. Faltan 38 ratificaciones.',
    'En 2024 los países firmaron. El 40 % de los Estados ratificó. 1.072 Estados firmaron.',
    'El Convenio de Budapest tiene 81 partes desde hace veinte años.',
    'La enmienda fue rechazada por 102 votos contra 23. Tenía 72 años.',
  ],
  ru: [
    'Сорок компаний подписали письмо. 40 стран подписали совместное заявление.',
    '72 государства не подписали договор. Не подписали 72 государства.',
    'Еще 12 стран подписали документ. Не хватает 38 ратификаций.',
    'В 2024 году страны подписали договор. 40% государств ратифицировали. 1072 страны подписали.',
    'У Будапештской конвенции 81 участник, ей двадцать лет.',
    'Поправку отклонили 102 голосами против 23. В 72 странах погибли 40 человек.',
  ],
  zh: [
    '40家公司签署了公开信。40个国家签署了联合声明。',
    '72个国家未签署。另有12个国家签署。',
    '还差38个国家批准。损失达72亿美元。',
    '2024年各国签署。40%的国家批准。1072个国家签署。',
    '《布达佩斯公约》有81个缔约方，历时五年。',
    '修正案以102票反对、23票赞成被否决。第40条共72人。',
  ],
  ar: [
    'وقعت 40 شركة على رسالة. ووقعت 40 دولة بياناً مشتركاً.',
    'لم توقع 72 دولة على الاتفاقية. وقعت هجمات في 72 دولة.',
    'انعقد المؤتمر عام 2024 وشارك فيه 72 مندوباً.',
    'بلغت الخسائر 72 مليون دولار في 40 دولة.',
    'تضم اتفاقية بودابست 81 طرفاً منذ عشرين عاماً.',
    'سقط التعديل بعد أن صوتت ضده 102 دولة. المادة 40.',
  ],
  vi: [
    '40 công ty ký thư ngỏ. 40 nước ký tuyên bố chung.',
    '72 quốc gia chưa ký. Thêm 12 nước ký.',
    'Còn thiếu 38 nước phê chuẩn. Thiệt hại 72 triệu đô la.',
    'Năm 2024 các nước ký. 40% quốc gia phê chuẩn.',
    'Công ước Budapest có 81 bên, đàm phán năm năm.',
    'Đề nghị bị bác bỏ với 102 phiếu chống. Điều 40. 72 tuổi.',
  ],
  pt: [
    'Quarenta empresas assinaram. 40 países assinaram uma declaração conjunta.',
    '72 Estados não assinaram. Outros 12 países assinaram.',
    'Os seus 27 Estados-membros assinaram. Faltam 38 ratificações.',
    'Em 2024 os países assinaram. 40% dos Estados ratificaram. 1.072 Estados assinaram.',
    'A Convenção de Budapeste tem 81 partes há vinte anos.',
    'A emenda foi rejeitada por 102 votos contra 23. Tinha 72 anos.',
  ],
  de: [
    'Vierzig Unternehmen unterzeichneten. 40 Staaten unterzeichneten eine gemeinsame Erklärung.',
    '72 Staaten haben nicht unterzeichnet. Weitere 12 Länder unterschrieben.',
    'Ihre 27 Mitgliedstaaten unterzeichneten. Es fehlen noch 38 Ratifikationen.',
    'Im Jahr 2024 unterzeichneten Staaten. 40 Prozent der Staaten haben ratifiziert. 1.072 Staaten unterzeichneten.',
    'Die Budapester Konvention hat 81 Vertragsparteien, seit zwanzig Jahren.',
    'Der Antrag wurde mit 102 zu 23 Stimmen abgelehnt. Der 40. Artikel. 72 Jahre.',
  ],
  it: [
    'Quaranta aziende hanno firmato. 40 Paesi hanno firmato una dichiarazione congiunta.',
    '72 Stati non hanno firmato. Altri 12 Paesi hanno firmato.',
    'I suoi 27 Stati membri hanno firmato. Mancano 38 ratifiche.',
    'Nel 2024 i Paesi hanno firmato. Il 40% degli Stati ha ratificato. 1.072 Stati hanno firmato.',
    'La Convenzione di Budapest ha 81 parti da venti anni.',
    'L’emendamento è stato respinto con 102 voti contro 23. Aveva 72 anni.',
  ],
  fa: [
    'چهل شرکت نامه را امضا کردند. ۴۰ کشور بیانیه مشترک را امضا کردند.',
    '۷۲ کشور آن را امضا نکرده‌اند.',
    'در ۷۲ کشور حمله رخ داد و ۴۰ نفر کشته شدند.',
    'در سال ۲۰۲۴ کشورها آن را امضا کردند.',
    'کنوانسیون بوداپست ۸۱ عضو دارد و بیست سال قدمت دارد.',
    'اصلاحیه با ۱۰۲ رأی مخالف رد شد. ماده ۴۰.',
  ],
  ja: [
    '40社が書簡に署名した。30か国が共同声明に署名した。',
    '72か国は署名していない。さらに12か国が署名した。',
    '40か国が署名する見通しだ。被害額は72億円。',
    '2024年に各国が署名した。40%の国が批准した。',
    'ブダペスト条約は81か国が参加し、五年続いた。',
    '修正案は賛成23、反対102で否決された。第40条。72歳。',
  ],
};

test('there are words for the twelve languages, each in its file', () => {
  expect(files).toEqual(
    ['ar', 'de', 'en', 'es', 'fa', 'fr', 'it', 'ja', 'pt', 'ru', 'vi', 'zh'].map((lang) => `${lang}.json`),
  );
  expect(languages).toEqual(files.map((file) => file.replace('.json', '')));
});

test('a file that uses words it does not have, or does not close a brace, is refused', () => {
  const file = { lang: 'en', frames: [{ kind: 'signatories', after: ['<states> signed'] }] };
  expect(figureWordsSchema.safeParse(file).success).toBe(false);
  expect(figureWordsSchema.safeParse({ ...file, words: { states: ['{state|states'] } }).success).toBe(false);
  expect(figureWordsSchema.safeParse({ ...file, words: { states: ['state{|s}'] } }).success).toBe(true);
});

describe.each(Object.entries(POSITIVE))('in %s, a figure is read from', (lang, cases) => {
  test.each(cases)('%s', (text, ...figures) => {
    expect(read(text, lang)).toEqual(figures);
  });
});

describe.each(Object.entries(NEGATIVE))('in %s, no figure is read from', (lang, texts) => {
  test.each(texts)('%s', (text) => {
    expect(read(text, lang)).toEqual([]);
  });
});

describe('number words', () => {
  test.each([
    ['en', 'Ninety-nine states signed', 99],
    ['fr', 'Quatre-vingt-onze pays ont signé', 91],
    ['fr', 'Nonante et un pays ont signé', 91],
    ['es', 'Veintidós países firmaron', 22],
    ['pt', 'Cem países assinaram', 100],
    ['de', 'Einundzwanzig Staaten unterzeichneten', 21],
    ['it', 'Ventotto Paesi hanno firmato', 28],
    ['ru', 'Девяносто девять стран подписали', 99],
    ['vi', 'Sáu mươi lăm nước ký', 65],
    ['ar', 'وقعت خمس وستون دولة', 65],
    ['fa', 'شصت و پنج کشور آن را امضا کردند', 65],
    ['zh', '六十五个国家签署', 65],
    ['ja', '十九か国が署名した', 19],
  ])('in %s: %s', (lang, text, value) => {
    expect(reader.read(text, new Set([lang])).map((figure) => figure.value)).toEqual([value]);
  });
});

test('a page in another language is read for its own figures and for English ones', () => {
  const text = '72 Staaten haben unterzeichnet („72 states have signed“).';
  expect(reader.read(text, new Set(['de', 'en'])).map(({ start, end }) => text.slice(start, end))).toEqual([
    '72 Staaten haben unterzeichnet',
    '72 states have signed',
  ]);
});

test('typography is looked through', () => {
  expect(read('More than\u00a060 coun\u00adtries have\nsigned it', 'en')).toEqual([]);
  expect(read('More than\u00a060 coun\u00adtries have signed it', 'en')).toEqual([
    'signatories 60 at-least: More than\u00a060 coun\u00adtries have signed',
  ]);
});

describe('a figure is the treaty’s', () => {
  /** Whether the first figure of a text is the treaty's; «words» are the treaty, ‹words› other instruments. */
  function isNear(marked: string): boolean {
    const stretches = (open: string, close: string) =>
      Array.from(marked.matchAll(new RegExp(`${open}[^${close}]*${close}`, 'gu')), ({ 0: whole, index }) => ({
        start: index,
        end: index + whole.length,
      }));
    const [figure] = reader.read(marked, new Set(['en']));
    return nearTreaty(figure as Figure, marked, stretches('«', '»'), stretches('‹', '›'));
  }

  test.each([
    '72 states have signed «the treaty».',
    'Unlike ‹the Budapest Convention›, «the UN treaty» was signed by 72 states.',
    '«The treaty» was signed in Hanoi. So far 72 states have signed.',
    '«The treaty» is new. Nobody knew. So far 72 states have signed.',
    '‹UNCAC› came first. «The treaty» followed. So far 72 states have signed.',
  ])('%s', (text) => {
    expect(isNear(text)).toBe(true);
  });

  test.each([
    '81 states have ratified ‹the Budapest Convention›, which «the treaty» resembles.',
    '‹The Budapest Convention›, which 81 states have ratified, «the treaty» leaves alone.',
    '«The treaty» is new. ‹UNCAC› is not. 190 states have ratified it.',
    '«The treaty» is new. ‹UNCAC› is not. Nobody knew. 190 states have ratified it.',
    'So far 72 states have signed.',
  ])('not in: %s', (text) => {
    expect(isNear(text)).toBe(false);
  });
});

describe('whatever the text', () => {
  const SHARDS = [
    ...[
      '72',
      '４０',
      '٤٠',
      '۴۰',
      'seventy-two',
      'soixante-douze',
      '七十二',
      'اثنتان وسبعون',
      'bảy mươi hai',
      '40th',
      '第',
      '1,072',
    ],
    ...[
      'states',
      ' have signed',
      ' ratifications',
      'needs ',
      'votes to ',
      'more than ',
      '个国家',
      '签署',
      'か国',
      'が署名',
      'دولة',
      'وقعت ',
    ],
    ...[
      '\u00ad',
      '\u200b',
      '\ud800',
      '\udc00',
      '\u0301',
      'ﬁ',
      'ß',
      ' ',
      '\n',
      '.',
      ',',
      '-',
      '%',
      '$',
      '{',
      '(',
      '"',
      '|',
      '<#>',
    ],
  ];
  const shards = fc.array(fc.constantFrom(...SHARDS), { maxLength: 60 }).map((parts) => parts.join(''));
  const anyText = fc.oneof(shards, fc.string({ unit: 'binary', maxLength: 200 }));
  const anyLanguage = fc.constantFrom(...languages, 'constructor', 'xx');

  test('reading does not throw, and offsets cut words that stand in the text, in order, without overlap', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, lang) => {
        let readTo = 0;
        for (const { start, end, value } of reader.read(text, new Set([lang, 'en']))) {
          expect(start).toBeGreaterThanOrEqual(readTo);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(value).toBeGreaterThan(0);
          readTo = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a page of numbers is read in time that grows with its length', () => {
    const long = 'after 72 states and more than 40 countries, including 12 of them, have now not ';
    const timeOf = (times: number) => {
      const before = performance.now();
      for (const lang of languages) reader.read(long.repeat(times), new Set([lang]));
      return performance.now() - before;
    };
    timeOf(50);
    const [short, longer] = [timeOf(200), timeOf(800)];
    expect(longer).toBeLessThan(short * 4 * 4 + 100);
  });
});
