import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { presentDetection, provideDetection } from '../lib/annotation/presence.ts';
import { createDetector } from '../lib/detection/detect.ts';
import { joinDictionary } from '../lib/detection/dictionary.ts';

/** Injected before the annotator, which finds names by it: a page stands still while it takes in a script. */
export default defineUnlistedScript(() => {
  if (presentDetection()) return;
  provideDetection({ createDetector: (...parts) => createDetector(joinDictionary(...parts)) });
});
