/** A card as text to paste: what it says, with its sources and the day of the status. */
import type { CardContent } from '../../lib/dataset/card.ts';
import { formatDate } from '../dates.ts';
import { type InterfaceTexts, keyOf } from '../interface.tsx';
import { asOfWords } from '../status/as-of.ts';
import { withDoubt } from './doubt-words.ts';
import { figureLines, lineWords, signingLine } from './figure-lines.ts';
import { sourceDay } from './source-day.ts';

/** The same words twice: as plain text, and as HTML whose sources are links. */
export interface CopiedCard {
  text: string;
  html: string;
}

/** A line of a card, with the numbers of its sources. */
interface Line {
  words: string;
  sources: readonly number[];
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function linesOf(content: CardContent, texts: InterfaceTexts): Line[] {
  const { t, lang } = texts;
  const { figure, who, status, participation, positions, facts, since, quotation, asOf } = content;
  const lines: Line[] = [];
  const add = (words: string, sources: readonly number[]) => lines.push({ words, sources });
  if (figure) {
    add(t('cardQuoted', [figure.article.words]), []);
    for (const line of figureLines(figure, asOf, texts)) add(lineWords(line, texts), line.sources);
    const signing = signingLine(figure, asOf, texts);
    if (signing) add(signing.words, signing.sources);
  }
  if (who) add(withDoubt(who.text.text, who.confidence, texts), who.sources);
  if (status) {
    const { signatories, ratifications, needed, sources } = status;
    add(t('cardLabelled', [t('statusSignatories'), signatories]), sources);
    add(t('cardLabelled', [t('statusRatifications'), t('statusOfNeeded', [ratifications, needed])]), sources);
  }
  if (participation) {
    const { signed, bound, sources } = participation;
    if (signed) {
      const words = t('cardLabelled', [t('cardSigned'), formatDate(signed.date, lang)]);
      add(withDoubt(words, signed.disputed ? 'disputed' : 'confirmed', texts), signed.sources);
    } else add(t('cardNote', [t('cardNotSigned'), t('cardNoDate', [formatDate(asOf, lang)])]), sources);
    if (bound)
      add(t('cardLabelled', [t(keyOf('instrument', bound.kind)), formatDate(bound.date, lang)]), bound.sources);
    else add(t('cardNote', [t('cardNotBound'), t('cardNoDate', [formatDate(asOf, lang)])]), sources);
  }
  const stance = positions.at(-1);
  if (stance) {
    const held = t('cardNote', [t(keyOf('stance', stance.stance)), formatDate(stance.date, lang)]);
    add(t('cardLabelled', [held, stance.text.text]), stance.sources);
  }
  for (const { date, text, sources, confidence } of [...(since?.told ?? []), ...facts]) {
    add(withDoubt(t('cardLabelled', [formatDate(date, lang), text.text]), confidence, texts), sources);
  }
  if (quotation) {
    const said = `${t('cardQuoted', [quotation.text.text])} ${quotation.speaker}`;
    add(t('cardNote', [said, formatDate(quotation.date, lang)]), quotation.sources);
  }
  return lines;
}

/**
 * A card's statements, each with the numbers of its sources, then the sources and the status's day. Sources that no
 * copied statement cites are left out; the others keep their numbers.
 */
export function copyOf(content: CardContent, texts: InterfaceTexts): CopiedCard {
  const lines = linesOf(content, texts);
  const cited = new Set(lines.flatMap(({ sources }) => sources));
  const sources = content.sources.filter(({ number }) => cited.has(number));
  const asOf = asOfWords(content, texts);
  const marks = (numbers: readonly number[]) => (numbers.length > 0 ? ` [${numbers.join(', ')}]` : '');
  const sourceWords = (source: CardContent['sources'][number]) => `${source.publisher}, ${sourceDay(source, texts)}`;
  return {
    text: [
      content.name.text,
      ...lines.map(({ words, sources: numbers }) => words + marks(numbers)),
      '',
      ...sources.map((source) => `[${source.number}] ${source.title}. ${sourceWords(source)}. ${source.url}`),
      asOf,
    ].join('\n'),
    html: [
      `<p><strong>${escapeHtml(content.name.text)}</strong></p>`,
      `<ul>${lines.map(({ words, sources: numbers }) => `<li>${escapeHtml(words + marks(numbers))}</li>`).join('')}</ul>`,
      ...sources.map(
        (source) =>
          `<p>[${source.number}] <a href="${escapeHtml(source.url)}">${escapeHtml(source.title)}</a>. ${escapeHtml(sourceWords(source))}.</p>`,
      ),
      `<p>${escapeHtml(asOf)}</p>`,
    ].join('\n'),
  };
}
