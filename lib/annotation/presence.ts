/**
 * Whether the annotator is in this page already. The gate and the annotator share the extension's isolated world, which
 * the page cannot see, and meet here.
 */
interface World {
  treatyLensAnnotator?: { start(): void };
}

/** The annotator that lives in this page, if there is one. */
export function presentAnnotator(): { start(): void } | undefined {
  return (globalThis as World).treatyLensAnnotator;
}

/** Makes an annotator the one that lives in this page. */
export function claimPage(annotator: { start(): void }): void {
  (globalThis as World).treatyLensAnnotator = annotator;
}
