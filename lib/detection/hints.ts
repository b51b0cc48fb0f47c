/**
 * The gate's first sieve: passages of a page that may name the treaty, found by native search for the few words of
 * which every name of the treaty holds one. Nearly every page of the web has none, and the matter is settled.
 */

/** Words of which every name of the treaty in some language holds one. */
interface Hints {
  /**
   * Source of an expression for the words, for the `i` flag, without groups but `(?:`. The longer what all begin with, and
   * the shortest of them, the farther the browser leaps over what cannot begin one; where they begin in different ways it
   * looks at every letter.
   */
  words: string;
  /** Marks that may stand by themselves behind a letter of the words. */
  marks?: string;
}

interface LocalHints extends Hints {
  /** Primary subtags of the languages. */
  languages: string[];
}

/** Marks of Latin letters: of those below that have any, when they are written apart. */
const LATIN_MARKS = '\u0300\u0301\u0302\u0308\u0323';

/**
 * Words of the treaty's English names, which every text may quote, and of others that are sought at no further cost; what
 * may follow is left open. First those that most pages about the treaty hold. Names without one ("the UN treaty") are
 * seen on pages that hold another name.
 */
const ENGLISH: readonly Hints[] = [
  { words: 'c[iy]ber' },
  { words: 'h[aà](?:[\\s‐‑-]*n[oóôọộ][iïí]|cking)', marks: LATIN_MARKS },
  { words: 's[ou]rve(?:illance|glianza)' },
  { words: 'riminal\\s+purposes' },
];
/** Words of its names in other languages. Those that are on every other page (digital) stand with those beside them. */
const OTHERS: readonly LocalHints[] = [
  { languages: ['es', 'pt', 'fr', 'it'], words: 'inform[aá]ti[cq]', marks: LATIN_MARKS },
  {
    languages: ['de', 'fr', 'it', 'pt'],
    words: 'rim(?:in(?:ali|ais|osos|elles|[ei]\\s+digital)|e\\s+digital)',
  },
  {
    languages: ['es', 'pt'],
    words: 'd(?:elictivos|elincuencia\\s+(?:digital|en\\s+l[ií]nea)|igita(?:les|is))',
    marks: LATIN_MARKS,
  },
  { languages: ['es', 'pt'], words: 'vi(?:gil[aâ]ncia|rtuais)', marks: LATIN_MARKS },
  { languages: ['it'], words: 'reati\\s+digital' },
  { languages: ['de'], words: 'kommunikationstechnolog' },
  { languages: ['de'], words: 'berwachung' },
  {
    languages: ['vi'],
    words: 'an\\s+(?:ninh|to[aà]n)\\s+m[aạ]ng|t[oọôộ]i\\s+ph[aạ]m|c[oô]ng\\s+ngh[eẹêệ]',
    marks: LATIN_MARKS,
  },
  {
    languages: ['ru'],
    words: 'кибер|хано[йи]|информационн|компьютерн|антихакер|са[йи]бер',
    marks: '\u0306',
  },
  {
    languages: ['zh', 'ja'],
    words: '网络|網絡|网上|網上|網路|网路|信息|资讯|資訊|资通|資通|河内|河內|电脑犯罪|電腦犯罪',
  },
  {
    languages: ['ja'],
    words: 'サイ[バハ]ー|ハノイ|情報通信|ネット犯罪|ネット条約|犯罪を?目的',
    marks: '\u3099',
  },
  {
    languages: ['ar', 'fa'],
    words:
      'سيبران|سبران|سايبر|سیبر|سایبر|لكتروني|لکترونی|هانوي|هانوی|معلومات|اطلاعات|رایانه|اینترنت|إنترنت|انترنت|رقمي|فضای\\s+مجازی',
    marks: '\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670',
  },
];
/**
 * Letters of which a text in a language holds one: the browser seeks a letter many times faster than it tries an
 * expression. Of scripts, each of the words above, or each word for a treaty (`NOUNS`), holds one of them; of Latin
 * languages, any few sentences do, in the letters or in marks written apart.
 */
const LETTERS: Readonly<Record<string, string>> = {
  es: 'óí\u0301',
  pt: 'ãç\u0303',
  fr: 'éà\u0301',
  it: 'àùè\u0300',
  de: 'üä\u0308',
  vi: 'ạệ\u0323ẠỆ',
  ru: 'оеОЕ',
  zh: '约协約協',
  ja: '約協',
  ar: 'ا',
  fa: 'ا',
};
/** Short forms, which names have in capitals only: in small letters they stand within all kinds of words. */
const SHORT_FORMS = ['UNCC', 'ИКТ'];

/** What may stand within a word unseen: soft hyphens, zero-width characters, signs of direction. */
const UNSEEN = '\\u00ad\\u200b-\\u200f\\u2060';

/** Seeks something in a text from a place on: where it begins, or `NOWHERE`. */
type Seek = (text: string, from: number) => number;
const NOWHERE = Number.POSITIVE_INFINITY;

/** A search that reads on over what may stand unseen within words, and over marks. */
function makeSeek(words: string, marks: string): Seek {
  const atoms = /(?:\[[^\]]*\]|\\.|[^\\[\]()|?:+*])[?+*]?/g;
  const expression = new RegExp(words.replace(atoms, `$&[${UNSEEN}${marks}]*`), 'gi');
  return (text, from) => {
    expression.lastIndex = from;
    return expression.exec(text)?.index ?? NOWHERE;
  };
}

const seeks = new Map<Hints, Seek>();
const seeksWithMarks = new Map<Hints, Seek>();

/**
 * A search for words, made once. To take what is unseen out of the text first would cost more than all searches. Marks are
 * read over where the text has any: that makes a search twice as long, and hardly any text has.
 */
function seekOf(hints: Hints, text: string): Seek {
  const { words, marks = '' } = hints;
  const isMarked = hasAny(text, marks);
  const made = isMarked ? seeksWithMarks : seeks;
  const seek = made.get(hints) ?? makeSeek(words, isMarked ? marks : '');
  made.set(hints, seek);
  return seek;
}

const SHORT_SEEKS = SHORT_FORMS.map(
  (form): Seek =>
    (text, from) => {
      const at = text.indexOf(form, from);
      return at === -1 ? NOWHERE : at;
    },
);

/** Whether a text has any of some letters. */
function hasAny(text: string, letters: string): boolean {
  for (let at = 0; at < letters.length; at++) if (text.includes(letters.charAt(at))) return true;
  return false;
}

/** What kind of thing the treaty is, in the dictionary's languages: a passage without such a word names none. */
const NOUNS =
  /conven[iztcç]|konvention|treat|trait|tratad|trattat|ac+ord|acuerd|pa[ck]t|patto|intesa|instrument|strument|agreement|\bdeal|draft\s+text|vertrag|abkommen|übereinkommen|vereinbarung|gesetz|конвенц|договор|соглашени|пакт|документ|公约|公約|协议|協議|条约|條約|協定|协定|協約|条約|اتفاق|معاهد|ميثاق|کنوانسیون|معاهده|پیمان|عهدنامه|توافق|công\s*ước|hiệp\s*ước|hiệp\s*định|thỏa\s*thuận|thoả\s*thuận|thỏa\s*ước|thoả\s*ước|điều\s*ước|văn\s*kiện|uncc/iu;
/** UTF-16 units on both sides of a hint within which a name that holds it, and the United Nations, must lie. */
const WINDOW = 200;
/** The same for the first hint, where a name that is the treaty's wherever it stands is looked for. */
const NARROW_WINDOW = 120;
/** Hints looked at; a page with more that names nobody we know is about something else. */
const MOST_HINTS = 400;

/** Marks that dress the letter before them. */
const MARKS = '\\u0300-\\u036f\\u064b-\\u0652\\u3099\\u309a';
const HAS_HIDDEN = new RegExp(`[${UNSEEN}${MARKS}]`);
const UNSEEN_ALL = new RegExp(`[${UNSEEN}]`, 'g');
const MARKS_ALL = new RegExp(`[${MARKS}]`, 'g');

/** A text without what a reader does not see in it, its letters composed with their marks where they can be. */
function bare(text: string): string {
  return text.replace(UNSEEN_ALL, '').normalize('NFC').replace(MARKS_ALL, '');
}

/** Whether a passage holds a word for a treaty. What is unseen within that word is taken out only where it must be. */
function holdsNoun(passage: string): boolean {
  return NOUNS.test(passage) || (HAS_HIDDEN.test(passage) && NOUNS.test(bare(passage)));
}

/** The hints that a text is searched for: all English ones, and those of languages that it may be in. */
function* hintsOf(text: string, languages: () => ReadonlySet<string> | undefined): Generator<Hints> {
  yield* ENGLISH;
  const declared = languages();
  const held = new Map<string, boolean>();
  const mayHold = (language: string): boolean => {
    if (declared?.has(language) === false) return false;
    const holds = held.get(language) ?? hasAny(text, LETTERS[language] ?? '');
    held.set(language, holds);
    return holds;
  };
  for (const hints of OTHERS) if (hints.languages.some(mayHold)) yield hints;
}

/**
 * Passages of a text that hold a hint and a word for a treaty: at most two lots of them, of which the second is looked
 * for only when it is asked for. The first is what stands around the first hint, for a page about the treaty mostly
 * names it there; the second is all passages in the order of the text.
 * @param text a page's text content
 * @param most passages given at the most
 * @param languages tells the primary subtags of all languages in which the page has text. Default, and where it tells of
 *   none: any may be among them
 * @returns stretches of at most three windows' length
 */
export function* passagesToAsk(
  text: string,
  most: number,
  languages: () => ReadonlySet<string> | undefined = () => undefined,
): Generator<string[]> {
  const searches: { seek: Seek; at: number }[] = [];
  const begin = (seek: Seek): number => {
    const at = seek(text, 0);
    if (at !== NOWHERE) searches.push({ seek, at });
    return at;
  };
  let isAsked = false;
  for (const hints of hintsOf(text, languages)) {
    const at = begin(seekOf(hints, text));
    if (isAsked || at === NOWHERE) continue;
    const passage = text.slice(Math.max(0, at - NARROW_WINDOW), at + NARROW_WINDOW);
    isAsked = holdsNoun(passage);
    if (isAsked) yield [passage];
  }
  SHORT_SEEKS.forEach(begin);
  const passages: string[] = [];
  for (let looked = 0; looked < MOST_HINTS && passages.length < most; looked++) {
    const at = searches.reduce((first, search) => Math.min(first, search.at), NOWHERE);
    if (at === NOWHERE) break;
    const readTo = at + WINDOW;
    for (const search of searches) if (search.at < readTo) search.at = search.seek(text, readTo);
    const passage = text.slice(Math.max(0, at - WINDOW), readTo + WINDOW);
    if (holdsNoun(passage)) passages.push(passage);
  }
  if (passages.length > 0) yield passages;
}
