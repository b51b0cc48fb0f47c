import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { languageOfPage } from '../lib/annotation/page-mentions.ts';
import { PageReader } from '../lib/annotation/page-reader.ts';
import { presentReaders, provideReaders } from '../lib/annotation/presence.ts';
import { LANGUAGES } from '../lib/dataset/terms.ts';
import { createDetector } from '../lib/detection/detect.ts';
import { joinDictionary, namesFor } from '../lib/detection/dictionary.ts';
import { languagesIn, primarySubtag } from '../lib/detection/language.ts';

/** Injected before the annotator, which reads the page by it: a page stands still while it takes in a script. */
export default defineUnlistedScript(() => {
  if (presentReaders()) return;
  provideReaders({
    wanted() {
      const own = primarySubtag(languageOfPage()) ?? '';
      return { names: namesFor(own), figures: LANGUAGES.filter((language) => languagesIn(own).has(language)) };
    },
    create: (...parts) => new PageReader(createDetector(joinDictionary(...parts))),
  });
});
