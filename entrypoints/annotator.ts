import { isCard, isReading, isToTab } from 'virtual:treaty-lens/message-checks';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Annotator } from '../lib/annotation/annotator.ts';
import { loadReader } from '../lib/annotation/load-reader.ts';
import { announceArrival } from '../lib/annotation/outlived.ts';
import { claimPage, presentAnnotator, presentCards } from '../lib/annotation/presence.ts';
import { publicationDateOfPage } from '../lib/article/published-dom.ts';
import { isExtensionGone } from '../lib/messaging/extension.ts';
import { ask, onMessage, sendToBackground } from '../lib/messaging/transport.ts';

/** Injected by the background into pages that name the treaty, on sites that the reader has left on. */
export default defineUnlistedScript(() => {
  const present = presentAnnotator();
  if (present) {
    present.start();
    return;
  }
  const annotator = new Annotator({
    async load() {
      const question = { type: 'reading-wanted' } as const;
      const [reading, reader] = await Promise.all([ask(isReading, question), loadReader()]);
      return reading && reader && { reader, reading };
    },
    isAllowed: async () => (await sendToBackground({ type: 'rule-wanted' })) === true,
    async loadCards() {
      if (!presentCards()) await sendToBackground({ type: 'cards-wanted' });
      return presentCards();
    },
    async fetchCard(entity, figure) {
      const [lang, published] = [browser.i18n.getUILanguage(), publicationDateOfPage()];
      return ask(isCard, { type: 'card-wanted', entity, lang, published, figure });
    },
    published: publicationDateOfPage,
    mute: (entity, muted) => void sendToBackground({ type: 'entity-muted', entity, muted }),
    report: () => void sendToBackground({ type: 'mentions-counted' }),
    isGone: isExtensionGone,
  });
  announceArrival();
  claimPage(annotator);
  onMessage(
    (raw) => (isToTab(raw) ? raw : undefined),
    (message) => annotator.hear(message),
  );
  annotator.start();
});
