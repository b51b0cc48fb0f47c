/** The frames of a tab: which are annotated, and what is in them. Asked anew each time, for pages come and go. */
import { browser } from 'wxt/browser';
import type { AnnotatedFrame } from './frame-states.ts';
import { frameStateSchema } from './messages.ts';

/**
 * The state of the annotator in the frame that this is run in, or null where there is none. Sent to frames as its
 * source, so that it may use nothing from around it. An element of the page may bear the annotator's name as its id.
 */
function stateOfThisFrame(): unknown {
  const world = globalThis as { treatyLensAnnotator?: { state(): unknown } };
  return Object.hasOwn(world, 'treatyLensAnnotator') ? (world.treatyLensAnnotator?.state() ?? null) : null;
}

/** The annotated frames of a tab, the page itself first. None where the browser gives no access. */
export async function annotatedFrames(tabId: number): Promise<AnnotatedFrame[]> {
  try {
    const answers = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: stateOfThisFrame,
      // A frame that never ends loading must not keep the others waiting.
      injectImmediately: true,
    });
    return answers
      .flatMap(({ frameId, result }) => {
        const state = frameStateSchema.safeParse(result);
        return state.success ? [{ frameId, ...state.data }] : [];
      })
      .sort((one, other) => one.frameId - other.frameId);
  } catch {
    return []; // The tab is gone, or a page that takes no scripts is in it.
  }
}
