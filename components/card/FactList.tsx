/** Dated statements, each with its sources. */
import type { CardFact } from '../../lib/dataset/card.ts';
import { formatDate } from '../dates.ts';
import { inLanguage } from '../in-language.ts';
import { useInterface } from '../interface.tsx';
import { Doubt } from './Doubt.tsx';
import { Citation } from './Sources.tsx';

export function FactList({ facts }: { facts: readonly CardFact[] }) {
  const { lang } = useInterface();
  return (
    <ul className="card-facts">
      {facts.map((fact) => (
        <li key={fact.date + fact.text.text}>
          <time dateTime={fact.date}>{formatDate(fact.date, lang)}</time>
          <span {...inLanguage(fact.text.lang)}>
            {fact.text.text}
            <Citation numbers={fact.sources} />
            <Doubt confidence={fact.confidence} />
          </span>
        </li>
      ))}
    </ul>
  );
}
