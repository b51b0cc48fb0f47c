import expressions from 'virtual:treaty-lens/gate-expressions';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { presentAnnotator } from '../lib/annotation/presence.ts';
import { watchForTreaty } from '../lib/article/gate.ts';
import { createGate } from '../lib/detection/names-treaty.ts';
import { onAnnotateSwitch, reportTreaty } from '../lib/messaging/gate-messages.ts';

/** Runs on every page of the web and ends at once on nearly all of them. */
export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  main(context) {
    watchForTreaty(
      createGate(expressions),
      () => {
        reportTreaty();
        // Where the annotator has been let in, it hears the switch itself.
        context.onInvalidated(onAnnotateSwitch((on) => on && !presentAnnotator() && reportTreaty()));
      },
      context.signal,
    );
  },
});
