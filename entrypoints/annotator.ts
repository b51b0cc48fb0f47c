import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Annotator } from '../lib/annotation/annotator.ts';
import { announceArrival } from '../lib/annotation/outlived.ts';
import { languageOfPage } from '../lib/annotation/page-mentions.ts';
import { claimPage, presentAnnotator, presentCards } from '../lib/annotation/presence.ts';
import { publicationDateOfPage } from '../lib/article/published-dom.ts';
import { createDetector } from '../lib/detection/detect.ts';
import { joinDictionary } from '../lib/detection/dictionary.ts';
import { isExtensionGone } from '../lib/messaging/extension.ts';
import { admissionSchema, cardSchema, languagePartSchema } from '../lib/messaging/messages.ts';
import { onMessageToTab, sendToBackground } from '../lib/messaging/transport.ts';

/** Injected by the background into pages that name the treaty, on sites that the reader has left on. */
export default defineUnlistedScript(() => {
  const present = presentAnnotator();
  if (present) {
    present.start();
    return;
  }
  const lang = browser.i18n.getUILanguage();
  const annotator = new Annotator({
    async load() {
      const [answer, ofLanguage] = await Promise.all([
        sendToBackground({ type: 'dictionary-wanted' }),
        sendToBackground({ type: 'language-wanted', lang: languageOfPage() }),
      ]);
      const { data } = admissionSchema.safeParse(answer);
      const { data: part } = languagePartSchema.safeParse(ofLanguage);
      return data && { detector: createDetector(joinDictionary(data.dictionary, part)), reading: data.reading };
    },
    isAllowed: async () => (await sendToBackground({ type: 'rule-wanted' })) === true,
    async loadCards() {
      if (!presentCards()) await sendToBackground({ type: 'cards-wanted' });
      return presentCards();
    },
    async fetchCard(entity, figure) {
      const question = { type: 'card-wanted', entity, lang, published: publicationDateOfPage(), figure } as const;
      return cardSchema.safeParse(await sendToBackground(question)).data;
    },
    published: publicationDateOfPage,
    mute: (entity, muted) => void sendToBackground({ type: 'entity-muted', entity, muted }),
    report: () => void sendToBackground({ type: 'mentions-counted' }),
    isGone: isExtensionGone,
  });
  announceArrival();
  claimPage(annotator);
  onMessageToTab((message) => annotator.hear(message));
  annotator.start();
});
