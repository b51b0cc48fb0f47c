/** A context card: who this is, where it stands on the treaty, dated facts, and the sources of it all. */
import { type MouseEvent, useId } from 'react';
import type { CardView } from '../../lib/annotation/card-view.ts';
import { formatDate } from '../dates.ts';
import { BackIcon, CloseIcon, PinIcon } from '../icons.tsx';
import { inLanguage } from '../in-language.ts';
import { type InterfaceTexts, keyOf, useInterface } from '../interface.tsx';
import { asOfWords } from '../status/as-of.ts';
import { TreatyStatus } from '../status/TreatyStatus.tsx';
import { Badge } from './Badge.tsx';
import { CopyButton } from './CopyButton.tsx';
import { copyOf } from './citation.ts';
import { Debate } from './Debate.tsx';
import { Doubt } from './Doubt.tsx';
import { FactList } from './FactList.tsx';
import { Figure } from './Figure.tsx';
import { IconButton } from './IconButton.tsx';
import { MuteButton } from './MuteButton.tsx';
import { Related } from './Related.tsx';
import { Roles } from './Roles.tsx';
import { Since } from './Since.tsx';
import { Citation, Sources } from './Sources.tsx';
import { Standing } from './Standing.tsx';

/** Leaves the focus in the field that the reader was writing in when a button of the card is clicked. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button')) event.preventDefault();
}

/** What the card is of. */
function titleOfKind({ figure, number, kind }: CardView['content'], t: InterfaceTexts['t']): string {
  if (figure) return t('figureTitle');
  return number === undefined ? t(keyOf('kind', kind)) : t('cardArticle', [number]);
}

export function Card({ content, pinned, canGoBack, muted, togglePin, hop, back, copy, mute, close }: CardView) {
  const texts = useInterface();
  const { t, lang } = texts;
  const title = useId();
  const cardKey = content.figure?.article.words ?? content.id;
  const { name, who, facts, quotation, status } = content;
  return (
    <section className="card" role="dialog" aria-labelledby={title} onMouseDown={keepFocus} {...inLanguage(lang)}>
      <header className="card-head" data-handle="">
        {canGoBack && (
          <IconButton label={t('cardBack')} onClick={back}>
            <BackIcon />
          </IconButton>
        )}
        <Badge content={content} />
        <div className="card-title">
          <h2 id={title} tabIndex={-1} data-title="" {...inLanguage(name.lang)}>
            {name.text}
          </h2>
          <p className="card-kind">
            {titleOfKind(content, t)}
            {content.chapter && (
              <>
                {` · ${t('cardChapter', [content.chapter.number])} · `}
                <span {...inLanguage(content.chapter.title.lang)}>{content.chapter.title.text}</span>
              </>
            )}
          </p>
        </div>
        <IconButton
          label={t('cardPin')}
          title={pinned ? t('cardUnpin') : t('cardPin')}
          pressed={pinned}
          onClick={togglePin}
          isFirst
        >
          <PinIcon />
        </IconButton>
        <IconButton label={t('cardClose')} onClick={close}>
          <CloseIcon />
        </IconButton>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section key={cardKey} className="card-body" tabIndex={0} aria-labelledby={title}>
        <Figure content={content} />
        {who && (
          <p {...inLanguage(who.text.lang)}>
            {who.text.text}
            <Citation numbers={who.sources} />
            <Doubt confidence={who.confidence} />
          </p>
        )}
        {status && (
          <TreatyStatus
            status={status}
            citation={<Citation numbers={status.sources} />}
            sinceCitation={<Citation numbers={status.since.sources} />}
          />
        )}
        <Roles roles={content.roles} />
        {content.since && <Since since={content.since} />}
        <Standing content={content} />
        {facts.length > 0 && (
          <section aria-label={t('cardFacts')}>
            <FactList facts={facts} />
          </section>
        )}
        {content.debate && <Debate debate={content.debate} />}
        {quotation && (
          <figure className="card-quotation">
            <blockquote {...inLanguage(quotation.text.lang)}>{quotation.text.text}</blockquote>
            <figcaption>
              <bdi>{quotation.speaker}</bdi> · <time dateTime={quotation.date}>{formatDate(quotation.date, lang)}</time>
              <Citation numbers={quotation.sources} />
            </figcaption>
          </figure>
        )}
        <Related links={content.related} hop={hop} />
        <Sources sources={content.sources} />
      </section>
      <footer className="card-foot">
        <span className="card-as-of">{asOfWords(content, texts)}</span>
        {!content.figure && <MuteButton key={`mute ${cardKey}`} muted={muted} mute={mute} />}
        <CopyButton key={cardKey} copy={() => copy(copyOf(content, texts))} />
      </footer>
    </section>
  );
}
