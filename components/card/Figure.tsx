/** A figure of the article beside what the dataset counts. */
import type { CardContent } from '../../lib/dataset/card.ts';
import { useInterface } from '../interface.tsx';
import { figureLines, signingLine } from './figure-lines.ts';
import { Citation } from './Sources.tsx';

export function Figure({ content: { figure, asOf } }: { content: CardContent }) {
  const texts = useInterface();
  if (!figure) return null;
  const signing = signingLine(figure, asOf, texts);
  return (
    <section className="card-figure" aria-label={texts.t('figureTitle')}>
      {/* The article's own words have the article's own language and direction. */}
      <blockquote dir="auto">{figure.article.words}</blockquote>
      <dl>
        {figureLines(figure, asOf, texts).map(({ label, count, note, sources }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {count}
              {note && <span> ({note})</span>}
              <Citation numbers={sources} />
            </dd>
          </div>
        ))}
      </dl>
      {signing && (
        <p>
          {signing.words}
          <Citation numbers={signing.sources} />
        </p>
      )}
    </section>
  );
}
