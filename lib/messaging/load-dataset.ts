/** The facts inside the extension: asked for once, when the first card or popup needs them. */
import type { Dataset } from '../dataset/dataset.ts';

let loading: Promise<Dataset> | undefined;

/**
 * The dataset that the extension ships, which the build has checked.
 * Runs in the extension's own contexts, to whose origin the address belongs.
 */
export function loadDataset(): Promise<Dataset> {
  loading ??= fetch('/dataset.json').then((response) => response.json() as Promise<Dataset>);
  return loading;
}
