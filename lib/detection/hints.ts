/**
 * The gate's first sieve: passages of a page that may name the treaty, found by native search for the few words of
 * which every name of the treaty holds one. Nearly every page of the web has none, and the matter is settled.
 */

/**
 * Words of the treaty's names, in every language of the dictionary, with what may follow left open. Names without one
 * ("the UN surveillance treaty" aside) are seen on pages that hold another name.
 */
const HINT_WORDS = [
  ...[
    'cyber',
    'ciber',
    'criminalit',
    'kriminalit',
    'informati',
    'kommunikationstechnolog',
    'criminal purposes',
    'uncc',
  ],
  ...[
    'surveillance',
    'hacking',
    'vigilancia',
    'sorveglianza',
    'uberwachung',
    'digitales',
    'digitais',
    'delictivos',
    'criminais',
  ],
  ...[
    'crimine digital',
    'crimini digital',
    'reati digital',
    'crime digital',
    'criminalidade digital',
    'crimes virtuais',
  ],
  ...['delincuencia digital', 'delincuencia en linea', 'an ninh mang', 'an toan mang'],
  ...['scopi criminali', 'fini criminali', 'fins criminosos', 'hanoi', 'ha noi', 'ha-noi', 'toi pham', 'cong nghe'],
  ...['кибер', 'ханой', 'информационн', 'компьютерн', 'антихакер', 'ИКТ', 'сайбер'],
  ...[
    '网络',
    '網絡',
    '网上',
    '網上',
    '網路',
    '网路',
    '信息',
    '资讯',
    '資訊',
    '资通',
    '資通',
    '河内',
    '河內',
    '电脑犯罪',
    '電腦犯罪',
  ],
  ...['サイバー', 'サイハー', 'ハノイ', '情報通信', 'ICT', 'ネット犯罪', 'ネット条約'],
  ...['سيبران', 'سبران', 'سايبر', 'سیبر', 'سایبر', 'لكتروني', 'لکترونی', 'هانوي', 'هانوی', 'معلومات', 'اطلاعات'],
  ...['رایانه', 'اینترنت', 'إنترنت', 'انترنت', 'رقمي', 'فضای مجازی'],
];
/** What may stand within a word unseen, or dress a letter: soft hyphens, zero-width characters, combining marks. */
const UNSEEN = '[\\u00ad\\u200b-\\u200d\\u2060\\u0300-\\u036f\\u064b-\\u0652\\u3099\\u309a]*';
/** Letters that may bear an accent within the hints. */
const ACCENTED: Readonly<Record<string, string>> = {
  a: '[aàáâãạảăấầậ]',
  e: '[eéèệ]',
  u: '[uü]',
  o: '[oóòôộồốổỗọ]',
  i: '[iïíìị]',
  ' ': '\\s',
  '-': '[-‐‑]',
};

const HINTS = new RegExp(
  HINT_WORDS.map((word) => Array.from(word, (letter) => ACCENTED[letter] ?? letter).join(UNSEEN)).join('|'),
  'giu',
);
/** What kind of thing the treaty is, in the dictionary's languages: a passage without such a word names none. */
const NOUNS =
  /conven[iztcç]|konvention|treat|trait|tratad|trattat|ac+ord|acuerd|pa[ck]t|patto|intesa|instrument|strument|agreement|\bdeal|draft text|vertrag|abkommen|übereinkommen|vereinbarung|gesetz|конвенц|договор|соглашени|пакт|документ|公约|公約|协议|協議|条约|條約|協定|协定|協約|条約|اتفاق|معاهد|ميثاق|کنوانسیون|معاهده|پیمان|عهدنامه|توافق|công\s?ước|hiệp\s?ước|hiệp\s?định|thỏa\s?thuận|thoả\s?thuận|thỏa\s?ước|thoả\s?ước|điều\s?ước|văn\s?kiện|uncc/iu;
/** UTF-16 units on both sides of a hint within which a name that holds it, and the United Nations, must lie. */
const WINDOW = 200;
/** Hints looked at; a page with more that names nobody we know is about something else. */
const MOST_HINTS = 400;

/**
 * Passages of a text that hold a hint and a word for a treaty, in the order of the text.
 * @param text a page's text content
 * @param most passages given at the most
 * @returns stretches of at most four windows' length
 */
export function passagesToAsk(text: string, most: number): string[] {
  const passages: string[] = [];
  let looked = 0;
  let readTo = 0;
  for (const { index } of text.matchAll(HINTS)) {
    if (index < readTo) continue;
    if (++looked > MOST_HINTS) break;
    readTo = index + WINDOW;
    const passage = text.slice(Math.max(0, index - WINDOW), readTo + WINDOW);
    if (!NOUNS.test(passage.normalize('NFC').replace(/[\u00ad\u200b-\u200d\u2060]/g, ''))) continue;
    passages.push(passage);
    if (passages.length >= most) break;
  }
  return passages;
}
