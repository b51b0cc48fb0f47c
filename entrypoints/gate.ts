import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { presentAnnotator } from '../lib/annotation/presence.ts';
import { onceLargeEnough } from '../lib/article/frame-size.ts';
import { watchForTreaty } from '../lib/article/gate.ts';
import { isExtensionGone } from '../lib/messaging/extension.ts';
import { askAboutPassages, onAnnotateSwitch } from '../lib/messaging/gate-messages.ts';

/**
 * Runs on every page of the web and ends at once on nearly all of them. Listed as a content script in the manifest, and
 * unlisted here: what the framework adds to content scripts announces itself to the page by events.
 */
export default defineUnlistedScript(() => {
  onceLargeEnough(() =>
    watchForTreaty(isExtensionGone, askAboutPassages, (passages) => {
      onAnnotateSwitch((on) => {
        // Where the annotator has been let in, it hears the switch itself.
        if (on && !presentAnnotator()) void askAboutPassages(passages);
      });
      // A page that comes back from the browser's cache has missed what was switched meanwhile.
      addEventListener('pageshow', ({ persisted }) => {
        if (persisted) void askAboutPassages(passages);
      });
    }),
  );
});
