/** The sources of a card, and the small numbers that point to them. */
import type { CardSource } from '../../lib/dataset/card.ts';
import { inLanguage } from '../in-language.ts';
import { useInterface } from '../interface.tsx';
import { formatNumber } from '../numbers.ts';
import { sourceDay } from './source-day.ts';

/** Numbers of the sources that bear out the words before them. */
export function Citation({ numbers }: { numbers: readonly number[] }) {
  const { t, lang } = useInterface();
  return (
    <span className="card-citation" {...inLanguage(lang)}>
      {numbers.map((number) => (
        <span key={number}>
          <span aria-hidden="true">{formatNumber(number, lang)}</span>
          <span className="for-screen-readers">{` (${t('cardSourceNumber', [number])})`}</span>
        </span>
      ))}
    </span>
  );
}

/** The numbered list of sources: publisher, title, date, each a link that opens in a new tab. */
export function Sources({ sources }: { sources: readonly CardSource[] }) {
  const texts = useInterface();
  if (sources.length === 0) return null;
  return (
    <section className="card-sources">
      <h3>{texts.t('cardSources')}</h3>
      <ol>
        {sources.map((source) => (
          <li key={source.number}>
            <a href={source.url} target="_blank" rel="noreferrer noopener" dir="auto">
              {source.title}
            </a>
            <span>
              <bdi>{source.publisher}</bdi> · {sourceDay(source, texts)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
