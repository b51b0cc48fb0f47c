/**
 * The gallery's page. `?lang=` and `?dir=` choose the interface's language and direction, `?text=200` makes the type
 * larger as a browser does that enlarges text alone; `#card-treaty` shows one state by itself.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import '../../components/card/card.css';
import '../../components/popup/popup.css';
import { InterfaceProvider } from '../../components/interface.tsx';
import { languageFor } from '../../lib/dataset/localized.ts';
import './gallery.css';
import { STATES, type State } from './states.tsx';
import { textsIn } from './texts.ts';

const query = new URLSearchParams(location.search);
const texts = textsIn(query.get('lang') ?? 'en');
const content = languageFor(query.get('lang') ?? 'en');
const enlarged = Number(query.get('text') ?? 100) / 100;

/** From so many milliseconds on, a timer is one that takes words away again. */
const A_WHILE = 1000;
const setTimer = window.setTimeout.bind(window);
/** What a button says once it is pressed stays said, so that it can be looked at. */
window.setTimeout = ((handler: TimerHandler, time = 0, ...rest: unknown[]) =>
  time < A_WHILE ? setTimer(handler, time, ...rest) : 0) as typeof window.setTimeout;

/** Enlarges text and nothing else. Sizes are all read before the first is set, for children inherit them. */
function enlargeText(stage: HTMLElement): void {
  const sizes = Array.from(stage.querySelectorAll<HTMLElement>('*'), (element) => {
    return [element, Number.parseFloat(getComputedStyle(element).fontSize)] as const;
  });
  for (const [element, size] of sizes) element.style.fontSize = `${size * enlarged}px`;
}

function Stage({ state }: { state: State }) {
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!stage.current) return;
    if (state.press !== undefined) {
      const pressed = stage.current.querySelector<HTMLElement>(state.press);
      if (!pressed) throw new Error(`${state.id} has no ${state.press} to press`);
      pressed.click();
    }
    if (enlarged !== 1) enlargeText(stage.current);
  }, [state]);
  return (
    <div ref={stage} className="stage" id={`stage-${state.id}`} data-folded={state.folded ?? false}>
      {state.render(content)}
    </div>
  );
}

function onHash(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

function Gallery() {
  const alone = useSyncExternalStore(onHash, () => location.hash.slice(1));
  const single = STATES.find(({ id }) => id === alone);
  if (single) return <Stage key={single.id} state={single} />;
  return (
    <div className="gallery">
      {STATES.map((state) => (
        <section key={state.id} aria-labelledby={state.id}>
          <p className="gallery-title" id={state.id} lang="en" dir="ltr">
            <a href={`#${state.id}`}>{state.title}</a>
          </p>
          <Stage state={state} />
        </section>
      ))}
    </div>
  );
}

document.documentElement.lang = texts.lang;
document.documentElement.dir = query.get('dir') ?? 'ltr';
createRoot(document.getElementById('gallery') as HTMLElement).render(
  <InterfaceProvider value={texts}>
    <Gallery />
  </InterfaceProvider>,
);
