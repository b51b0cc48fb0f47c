/** The gate's question, asked of every page: does this text name the treaty at all? */
import { type Dictionary, TARGETS } from './dictionary.ts';
import { createMatcher, type Matcher } from './matcher.ts';
import { resolveOverlaps } from './overlap.ts';

/**
 * Words of which every name of the treaty holds one, in every language of the dictionary. The native search for them
 * settles the question on nearly every page.
 */
const HINTS =
  /c[yi]ber|кібер|кибер|ханой|hano[iï]|h[àa] n[ộo]i|hà nội|tội phạm mạng|criminalit|informati[ck]|information and communications technolog|网络犯罪|网路犯罪|網絡犯罪|網路犯罪|河内|河內|サイバー|ハノイ|سيبران|سایبر|سيبر|الإلكترونية|الكترونية|هانوي|هانوی/giu;
/** UTF-16 units on both sides of a hint within which a name that holds it must lie. */
const WINDOW = 160;
/** Hints looked at; a page with more that names nobody we know is about something else. */
const MOST_HINTS = 400;

/** Answers the gate's question with a matcher of its own, made when a page first holds a hint. */
export function createGate(loadDictionary: () => Dictionary): (text: string) => boolean {
  let matcher: Matcher | undefined;

  /** Whether a stretch of text names the treaty surely, or in words that are its own beside the United Nations. */
  function namesTreatyIn(text: string): boolean {
    matcher ??= createMatcher(loadDictionary());
    const candidates = matcher.scan(text);
    const besideUn = candidates.some(({ target }) => target === TARGETS.cueUn);
    return resolveOverlaps(candidates).some(
      ({ target, strength }) => target === 'treaty' && (strength === 'distinctive' || besideUn),
    );
  }

  return (text) => {
    let looked = 0;
    let readTo = 0;
    for (const { index } of text.matchAll(HINTS)) {
      if (index < readTo) continue;
      if (++looked > MOST_HINTS) return false;
      readTo = index + WINDOW;
      if (namesTreatyIn(text.slice(Math.max(0, index - WINDOW), readTo + WINDOW))) return true;
    }
    return false;
  };
}
