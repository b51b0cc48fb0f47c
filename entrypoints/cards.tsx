import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { i18n } from '#i18n';
import { Card } from '../components/card/Card.tsx';
import styles from '../components/card/card.css?inline';
import { describeCard } from '../components/card/describe.ts';
import { InterfaceProvider } from '../components/interface.tsx';
import { createTexts, type MessageReader } from '../components/texts.ts';
import { CardLayer } from '../lib/annotation/card-layer.ts';
import { presentCards, provideCards } from '../lib/annotation/presence.ts';

/** Injected beside the annotator when its reader first comes near a mention: most pages are read without a card. */
export default defineUnlistedScript(() => {
  if (presentCards()) return;
  const texts = createTexts(i18n.t('interfaceLang'), i18n.t as MessageReader);
  let mounted: { root: Root; container: HTMLElement } | undefined;
  provideCards({
    createLayer: (dragged) => new CardLayer(styles, texts.lang, dragged),
    render(container, view) {
      if (mounted?.container !== container) {
        mounted?.root.unmount();
        mounted = { root: createRoot(container), container };
      }
      const { root } = mounted;
      flushSync(() => root.render(<InterfaceProvider value={texts}>{view && <Card {...view} />}</InterfaceProvider>));
    },
    describe: (content, position, total) => describeCard(content, position, total, texts),
  });
});
