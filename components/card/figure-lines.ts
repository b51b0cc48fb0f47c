/** What a figure's card says, line by line: for the card, for copying it, and for screen readers. */
import type { CardFigure, FigureCount } from '../../lib/dataset/figure-card.ts';
import { formatDate } from '../dates.ts';
import { type InterfaceTexts, keyOf } from '../interface.tsx';
import { formatNumber } from '../numbers.ts';

/** What is counted, how many there are, what that leaves open, and the numbers of the sources. */
interface FigureLine {
  label: string;
  count: string;
  note?: string | undefined;
  sources: readonly number[];
}

/** A count as words; where there may be more, as the least that there are. */
function wordsOf({ count, more }: FigureCount, { t, lang }: InterfaceTexts): string {
  if (count === undefined) return t('figureUnknown');
  if (more === 'none') return formatNumber(count, lang);
  return count === 0 ? t('figureNoneKnown') : t('figureAtLeast', [count]);
}

/** Why a count is unknown, or may be higher. */
function noteOn({ count, more }: FigureCount, asOf: string, { t, lang }: InterfaceTexts): string | undefined {
  if (count === undefined) return t('figureNoDate');
  if (more === 'undated') return t('figureSomeUndated');
  return more === 'unrecorded' ? t('figureRecord', [formatDate(asOf, lang)]) : undefined;
}

/**
 * The lines of a figure's card: first what the article gives, then what the dataset counts.
 * @param asOf ISO date to which the record is complete
 */
export function figureLines(
  { article, counts, isUnknownVote, withoutVote }: CardFigure,
  asOf: string,
  texts: InterfaceTexts,
) {
  const { t, lang } = texts;
  const { kind, value, bound } = article;
  const lines: FigureLine[] = [
    {
      label: t('figureInArticle', [t(keyOf('figure', kind))]),
      count: t(keyOf('bound', bound), [value]),
      sources: [],
    },
  ];
  for (const count of counts) {
    const name = t(keyOf('figure', count.of));
    let label = name;
    if (count.when === 'today') label = t('figureToday', [name]);
    else if (count.when)
      label = count.date ? t('figureOn', [name, formatDate(count.date, lang)]) : t('figureThen', [name]);
    lines.push({ label, count: wordsOf(count, texts), note: noteOn(count, asOf, texts), sources: count.sources });
  }
  if (isUnknownVote)
    lines.push({ label: t('figureSuchVote'), count: t('figureUnknown'), note: t('figureNotInDataset'), sources: [] });
  if (withoutVote) {
    const { date, sources } = withoutVote;
    lines.push({ label: t('figureAdopted', [formatDate(date, lang)]), count: t('figureWithoutVote'), sources });
  }
  return lines;
}

/** That those who are said to have ratified have signed; undefined where the article says nothing of the kind. */
export function signingLine({ signing }: CardFigure, asOf: string, texts: InterfaceTexts) {
  if (!signing) return undefined;
  const { signed, ratified } = signing;
  const day = formatDate(signed.date ?? asOf, texts.lang);
  return {
    words: texts.t('figureSigning', [day, wordsOf(signed, texts), wordsOf(ratified, texts)]),
    sources: [...new Set([...signed.sources, ...ratified.sources])],
  };
}

/** A line as words. */
export function lineWords({ label, count, note }: FigureLine, { t }: InterfaceTexts): string {
  return t('cardLabelled', [label, note === undefined ? count : t('cardNote', [count, note])]);
}
