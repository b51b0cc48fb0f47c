import { defineContentScript } from 'wxt/utils/define-content-script';
import { presentAnnotator } from '../lib/annotation/presence.ts';
import { watchForTreaty } from '../lib/article/gate.ts';
import { askAboutPassages, onAnnotateSwitch } from '../lib/messaging/gate-messages.ts';

/** Runs on every page of the web and ends at once on nearly all of them. */
export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  main(context) {
    watchForTreaty(
      askAboutPassages,
      (passages) => {
        const askAgain = (on: boolean) => {
          // Where the annotator has been let in, it hears the switch itself.
          if (on && !presentAnnotator()) void askAboutPassages(passages);
        };
        context.onInvalidated(onAnnotateSwitch(askAgain));
      },
      context.signal,
    );
  },
});
