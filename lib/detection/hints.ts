/**
 * The gate's first sieve: passages of a page that may name the treaty, found by native search for the few words of
 * which every name of the treaty holds one. Nearly every page of the web has none, and the matter is settled.
 */

/** Words of which every name of the treaty in some language holds one. */
interface Hints {
  /** Primary subtags of the languages. Default: every text may hold the words, for English names are quoted everywhere. */
  languages?: string[];
  /**
   * Source of an expression for the words, for the `i` flag. The longer its shortest word and the fewer its words, the
   * farther the browser leaps over what cannot begin one.
   */
  words: string;
  /** Letters of which each of the words holds one: without them the words need not be looked for. */
  letters?: string;
}

/**
 * Words of the treaty's names, with what may follow left open. Names without one ("the UN treaty") are seen on pages
 * that hold another name. Words that are on every other page (information, digital) stand with those beside them.
 */
const HINTS: readonly Hints[] = [
  { words: 'cyber' },
  { words: 'h[aà][\\s‐‑-]?n[oóôộ][iïí]' },
  { words: 'surveillance' },
  { words: 'hacking' },
  { words: 'riminal\\spurposes' },
  { languages: ['es', 'pt', 'it'], words: 'ciber' },
  { languages: ['es', 'pt', 'fr', 'it'], words: 'inform[aá]ti[cq]' },
  { languages: ['de', 'fr', 'it', 'pt'], words: 'riminali' },
  { languages: ['es'], words: 'delictivos|delincuencia\\s(?:digital|en\\sl[ií]nea)' },
  { languages: ['es', 'pt'], words: 'digitales|digitais' },
  { languages: ['es', 'pt'], words: 'vigil[aâ]ncia' },
  { languages: ['pt'], words: 'riminais|riminosos|crime\\sdigital|crimes\\svirtuais' },
  { languages: ['it'], words: 'sorveglianza|crimin[ei]\\sdigital|reati\\sdigital' },
  { languages: ['fr'], words: 'fins\\scriminelles' },
  { languages: ['de'], words: 'kommunikationstechnolog|[uü]berwachung' },
  { languages: ['vi'], words: 'an\\sninh\\smạng|an\\stoàn\\smạng|tội\\sphạm|công\\snghệ', letters: 'ạẠộỘệỆ' },
  {
    languages: ['ru'],
    words: 'кибер|ханой|информационн|компьютерн|антихакер|сайбер',
    letters: 'иИйЙюЮ',
  },
  {
    languages: ['zh', 'ja'],
    words: '网络|網絡|网上|網上|網路|网路|信息|资讯|資訊|资通|資通|河内|河內|电脑犯罪|電腦犯罪',
    letters: '网網息资資河犯',
  },
  {
    languages: ['ja'],
    words: 'サイバー|サイハー|ハノイ|情報通信|ネット犯罪|ネット条約|犯罪を?目的',
    letters: 'イ情ネ犯',
  },
  {
    languages: ['ar', 'fa'],
    words:
      'سيبران|سبران|سايبر|سیبر|سایبر|لكتروني|لکترونی|هانوي|هانوی|معلومات|اطلاعات|رایانه|اینترنت|إنترنت|انترنت|رقمي|فضای\\sمجازی',
    letters: 'بتنم',
  },
];
/** Short forms, which names have in capitals only: in small letters they stand within all kinds of words. */
const SHORT_FORMS = ['UNCC', 'ИКТ'];

/** What may stand within a word unseen: soft hyphens, zero-width characters … */
const UNSEEN = '\\u00ad\\u200b-\\u200d\\u2060';
/** … and marks that dress the letter before them. */
const MARKS = '\\u0300-\\u036f\\u064b-\\u0652\\u3099\\u309a';
const HAS_HIDDEN = new RegExp(`[${UNSEEN}${MARKS}]`);
const UNSEEN_ALL = new RegExp(`[${UNSEEN}]`, 'g');
const MARKS_ALL = new RegExp(`[${MARKS}]`, 'g');

/** A text without what a reader does not see in it, its letters composed with their marks where they can be. */
function bare(text: string): string {
  return HAS_HIDDEN.test(text) ? text.replace(UNSEEN_ALL, '').normalize('NFC').replace(MARKS_ALL, '') : text;
}

const expressions = new Map<Hints, RegExp>();

/** The expression for some words, made once. */
function expressionOf(hints: Hints): RegExp {
  const expression = expressions.get(hints) ?? new RegExp(hints.words, 'i');
  expressions.set(hints, expression);
  return expression;
}

/** Whether a text has any of some letters. The browser seeks single letters faster than it tries expressions. */
function hasAny(text: string, letters: string): boolean {
  for (let at = 0; at < letters.length; at++) if (text.includes(letters.charAt(at))) return true;
  return false;
}

/** What kind of thing the treaty is, in the dictionary's languages: a passage without such a word names none. */
const NOUNS =
  /conven[iztcç]|konvention|treat|trait|tratad|trattat|ac+ord|acuerd|pa[ck]t|patto|intesa|instrument|strument|agreement|\bdeal|draft text|vertrag|abkommen|übereinkommen|vereinbarung|gesetz|конвенц|договор|соглашени|пакт|документ|公约|公約|协议|協議|条约|條約|協定|协定|協約|条約|اتفاق|معاهد|ميثاق|کنوانسیون|معاهده|پیمان|عهدنامه|توافق|công\s?ước|hiệp\s?ước|hiệp\s?định|thỏa\s?thuận|thoả\s?thuận|thỏa\s?ước|thoả\s?ước|điều\s?ước|văn\s?kiện|uncc/iu;
/** UTF-16 units on both sides of a hint within which a name that holds it, and the United Nations, must lie. */
const WINDOW = 200;
/** Hints looked at; a page with more that names nobody we know is about something else. */
const MOST_HINTS = 400;

/**
 * Passages of a text that hold a hint and a word for a treaty, in the order of the text.
 * @param given a page's text content
 * @param most passages given at the most
 * @param languages primary subtags of all languages in which the page has text. Default: any may be among them
 * @returns stretches of at most four windows' length, without what a reader does not see
 */
export function passagesToAsk(given: string, most: number, languages?: ReadonlySet<string>): string[] {
  const known = HINTS.filter(
    (hints) => !languages || !hints.languages || hints.languages.some((of) => languages.has(of)),
  );
  const text = bare(given);
  const held = known.filter(
    (hints) => (hints.letters === undefined || hasAny(text, hints.letters)) && expressionOf(hints).test(text),
  );
  const words = [...held.map((hints) => hints.words), ...SHORT_FORMS.filter((form) => text.includes(form))];
  if (words.length === 0) return [];
  const passages: string[] = [];
  let looked = 0;
  let readTo = 0;
  for (const { index } of text.matchAll(new RegExp(words.join('|'), 'gi'))) {
    if (index < readTo) continue;
    if (++looked > MOST_HINTS) break;
    readTo = index + WINDOW;
    const passage = text.slice(Math.max(0, index - WINDOW), readTo + WINDOW);
    if (!NOUNS.test(passage)) continue;
    passages.push(passage);
    if (passages.length >= most) break;
  }
  return passages;
}
