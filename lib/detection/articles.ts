/**
 * References to articles of an instrument: "Article 24", "Arts. 29 and 30", "第24条". Which instrument they belong to
 * is told elsewhere, but for the words right beside them that say so.
 */
import type { ArticleWords } from '../dataset/alias-schema.ts';
import { expression } from './expression.ts';
import { foldWithOffsets, runsOnAt } from './fold.ts';
import { DIGIT, HAN_NUMBER, numberIn } from './numerals.ts';
import { BORDER, sourceOfPattern } from './pattern-source.ts';
import type { Steps } from './steps.ts';

/** The convention has so many articles (A/RES/79/243, annex). */
const LAST_ARTICLE = 68;
/** Stands in a word's pattern for the number, where the word goes around it. */
const NUMBER_PLACE = '{#}';

/** Without a number, in digits or Han numerals, a text refers to no article. */
const hasNumber = expression(String.raw`[\p{N}一二三四五六七八九十]`, 'u');

const endsInLetter = expression(String.raw`[\p{L}}]$`, 'u');
const goesOnInWords = expression(String.raw`^ \p{L}`, 'u');

/** One article referred to. Offsets are UTF-16 units into the text. */
export interface ArticleReference {
  number: number;
  start: number;
  end: number;
}

/** Articles referred to in one go. */
export interface ReferenceGroup {
  articles: ArticleReference[];
  /** Where the instrument's name must begin that the words behind ("of the") lead to; undefined where none do. */
  instrumentAt: number | undefined;
}

/** Reads what a reference is made of and what stands beside it, in folded text. */
interface Grammar {
  number: RegExp;
  /** Finds what leads to the instrument, at the start of what follows. */
  of: RegExp | undefined;
  notAfter: RegExp | undefined;
  notBefore: RegExp | undefined;
}

const ENOUGH_BEHIND = 60;
const SIGNS = '[,;\\/、،‐-―\\-]';

function anyOf(patterns: readonly string[]): string {
  return `(?:${patterns.map(sourceOfPattern).join('|')})`;
}

/** Sources of a number in a reference, of what joins two, and of a list of them. */
function sourcesOf({ words, joins }: ArticleWords): Record<'number' | 'join' | 'numbers', string> {
  const figure = `(?:${DIGIT}{1,3}(?:\\.${DIGIT}{1,2})?|${HAN_NUMBER})(?:er\\b|\\.?o\\b)?`;
  const number = `(?:${figure}(?: ?\\((?:${DIGIT}{1,2}|[a-z]{1,3})\\))*|\\( ?${figure} ?\\))`;
  // Where the word goes around the number, it may begin anew before each: "第13至第16条".
  const again = words.filter((word) => word.includes(NUMBER_PLACE)).map((word) => word.split(NUMBER_PLACE)[0] ?? '');
  const anew = again.length > 0 ? `${anyOf(again)}?` : '';
  const join = ` ?(?:${SIGNS} ?)?(?:${[...joins.map(sourceOfPattern), SIGNS].join('|')}) ?${anew}`;
  return { number, join, numbers: `${number}(?:${join}${number})*` };
}

/**
 * Finds a word, the numbers, and what closes them, in folded text; groups `open`, `numbers` and `close`. Whether a word
 * begins there is looked at beside it: in the expression that would take longer to make ready than all the rest.
 */
function* referenceOf(given: ArticleWords): Steps<RegExp> {
  const { numbers } = sourcesOf(given);
  const forms = given.words.map((word) => {
    const [head = '', tail] = word.split(NUMBER_PLACE);
    return tail === undefined
      ? { head: `${sourceOfPattern(head)}${endsInLetter().test(head) ? ' ' : ' ?'}`, tail: `(?![\\p{L}\\p{N}%])` }
      : { head: `${sourceOfPattern(head)} ?`, tail: ` ?${sourceOfPattern(tail)}` };
  });
  const tails = [...new Set(forms.map(({ tail }) => tail))];
  const alternatives = tails.map((tail, index) => {
    const heads = forms.filter((form) => form.tail === tail).map(({ head }) => head);
    return `(?<open${index}>${heads.join('|')})(?<numbers${index}>${numbers})(?<close${index}>${tail})`;
  });
  const reference = new RegExp(alternatives.join('|'), 'gv');
  yield;
  return reference;
}

function* grammarOf(given: ArticleWords): Steps<Grammar> {
  const { number: source, join } = sourcesOf(given);
  const made = (from: readonly string[], make: (words: string) => string) =>
    from.length > 0 ? new RegExp(make(anyOf(from)), 'v') : undefined;
  const number = new RegExp(`(?<join>${join})?(?<number>${source})`, 'gv');
  yield;
  const of = made(given.of, (words) => `^ ?${words} ?`);
  yield;
  const notAfter = made(given.notAfter, (words) => `${BORDER}${words} ?$`);
  yield;
  return { number, of, notAfter, notBefore: made(given.notBefore, (words) => `^ ?${words}${BORDER}`) };
}

interface NumberFound {
  value: number | undefined;
  start: number;
  end: number;
}

/**
 * The numbers of a list. A comma alone joins no last number that counts something: "under Article 24, 30 states".
 * @param behind the text behind the list, folded
 */
function numbersOf(grammar: Grammar, list: string, behind: string): NumberFound[] {
  const found: (NumberFound & { bareComma: boolean })[] = [];
  for (const { index, groups } of list.matchAll(grammar.number)) {
    const { join = '', number = '' } = groups ?? {};
    const start = index + join.length;
    const value = numberIn(/^\(? ?([^ ().eo]+)/.exec(number)?.[1] ?? '');
    found.push({ value, start, end: start + number.length, bareComma: /^ ?[,،、] ?$/.test(join) });
  }
  const counts = goesOnInWords().test(behind) && !grammar.of?.test(behind);
  if (found.length > 1 && found.at(-1)?.bareComma && counts) found.pop();
  return found;
}

/** What a reference's expression finds in a text where a word begins. */
function* wordsFound(reference: RegExp, text: string): Generator<RegExpExecArray> {
  reference.lastIndex = 0;
  for (let match = reference.exec(text); match; match = reference.exec(text)) {
    if (runsOnAt(text, match.index)) reference.lastIndex = match.index + 1;
    else yield match;
  }
}

/** Makes something of the words of a language when it is first needed, once. */
function onceEach<T>(make: (words: ArticleWords) => Steps<T>): (words: ArticleWords) => Steps<T> {
  const made = new Map<ArticleWords, T>();
  return function* (words) {
    const known = made.get(words) ?? (yield* make(words));
    made.set(words, known);
    return known;
  };
}

/** Reads references to articles. */
export interface ArticleReader {
  /**
   * The references of a text, in its order, without those that the words beside them give to another law. In steps, for
   * each expression takes a while when it is made, and again when it first reads.
   * @param languages primary subtags of the languages whose words count
   */
  readInSteps(text: string, languages: ReadonlySet<string>): Steps<ReferenceGroup[]>;
}

/** Makes a reader from the dictionary's words. */
export function createArticleReader(words: Readonly<Record<string, ArticleWords>>): ArticleReader {
  const referenceFor = onceEach(referenceOf);
  const grammarFor = onceEach(grammarOf);

  function* readInSteps(text: string, languages: ReadonlySet<string>): Steps<ReferenceGroup[]> {
    const groups: ReferenceGroup[] = [];
    if (!hasNumber().test(text)) return groups;
    const folded = foldWithOffsets(text);
    let readTo = 0;
    for (const language of languages) {
      const given = words[language];
      if (!given) continue;
      const reference = yield* referenceFor(given);
      for (const { 0: whole, index, groups: parts = {} } of wordsFound(reference, folded.text)) {
        yield;
        const grammar = yield* grammarFor(given);
        const form = Object.keys(parts).find((key) => key.startsWith('numbers') && parts[key] !== undefined);
        if (!form || folded.start(index) < readTo) continue;
        const place = form.slice('numbers'.length);
        const list = parts[form] as string;
        const open = parts[`open${place}`] as string;
        const numbers = numbersOf(
          grammar,
          list,
          folded.text.slice(index + whole.length, index + whole.length + ENOUGH_BEHIND),
        );
        readTo = folded.end(index + whole.length);
        if (numbers.some(({ value = 0 }) => value < 1 || value > LAST_ARTICLE)) continue;
        const listAt = index + open.length;
        // A list cut short is not closed by what stood behind its end.
        const cut = (numbers.at(-1)?.end ?? 0) < list.length;
        const end = cut ? listAt + (numbers.at(-1)?.end ?? 0) : index + whole.length;
        const behind = folded.text.slice(end, end + ENOUGH_BEHIND);
        yield;
        if (grammar.notAfter?.test(folded.text.slice(Math.max(0, index - ENOUGH_BEHIND), index))) continue;
        yield;
        if (grammar.notBefore?.test(behind)) continue;
        yield;
        const of = cut ? undefined : grammar.of?.exec(behind)?.[0];
        groups.push({
          articles: numbers.map(({ value = 0, start, end: numberEnd }, nth) => ({
            number: value,
            start: folded.start(nth === 0 ? index : listAt + start),
            end: folded.end(nth === numbers.length - 1 ? end : listAt + numberEnd),
          })),
          instrumentAt: of === undefined ? undefined : folded.start(end + of.length),
        });
      }
    }
    return groups;
  }

  return { readInSteps };
}
