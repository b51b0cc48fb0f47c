/**
 * The facts, the names and the flags that the extension ships, which the build has checked. Asked for when they are first
 * needed, in the extension's own contexts, to whose origin the addresses belong.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { Flags } from '../dataset/drawing.ts';
import { LANGUAGES } from '../dataset/terms.ts';
import { partsFor, type WantedParts } from '../detection/dictionary.ts';

/** What has been asked for, by file. */
const loaded = new Map<string, Promise<unknown>>();

/** Reads a file once; one that could not be read is asked for again the next time. */
function load<T>(file: string, read: (response: Response) => Promise<unknown>): Promise<T> {
  const asked = loaded.get(file) ?? fetchFile(file).then(read);
  loaded.set(file, asked);
  asked.catch(() => loaded.delete(file));
  return asked as Promise<T>;
}

async function fetchFile(file: string): Promise<Response> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} is not there`);
  return response;
}

const loadJson = <T>(file: string) => load<T>(file, (response) => response.json());
const loadText = (file: string) => load<string>(file, (response) => response.text());

/** The facts. Rejects when the installation is damaged. */
export function loadDataset(): Promise<Dataset> {
  return loadJson('/dataset.json');
}

const listOf = ({ common, names, figures }: WantedParts) => [common, ...names, ...figures];
const PARTS: ReadonlySet<string> = new Set(LANGUAGES.map(partsFor).flatMap(listOf));

/**
 * A part of the dictionary as JSON, for it is sent on as it is. Undefined for one that is not known; rejects when the
 * installation is damaged.
 * @param part one of `partsFor`
 */
export async function loadPart(part: string): Promise<string | undefined> {
  return PARTS.has(part) ? loadText(`/dictionary/${part}.json`) : undefined;
}

/** Begins to read the parts that pages in all languages need, so that they are at hand when they are asked for. */
export function prepareParts(): void {
  for (const part of listOf(partsFor(''))) void loadPart(part).catch(() => {});
}

/** The flags of all states; none when the installation is damaged, for no card should fail for a decoration. */
export function loadFlags(): Promise<Flags> {
  return loadJson<Flags>('/flags.json').catch(() => ({}));
}
