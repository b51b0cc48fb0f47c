/**
 * The document as the browser itself answers for it. Where a form, picture or frame bears the name of what every document
 * has, the document answers with that element, and in Chromium to scripts of any world.
 */

const NAMES = [
  'activeElement',
  'addEventListener',
  'adoptNode',
  'body',
  'caretPositionFromPoint',
  'contentType',
  'createElement',
  'createTreeWalker',
  'designMode',
  'documentElement',
  'elementFromPoint',
  'hasFocus',
  'implementation',
  'querySelectorAll',
  'removeEventListener',
] as const;

/** The descriptor of what an interface has by a name, or one that it inherits from. */
function descriptorOf(prototype: object, name: string): PropertyDescriptor | undefined {
  for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at)) {
    const descriptor = Object.getOwnPropertyDescriptor(at, name);
    if (descriptor) return descriptor;
  }
  return undefined;
}

function plain<Name extends keyof Document>(names: readonly Name[]): Pick<Document, Name> {
  const out = {} as Pick<Document, Name>;
  for (const name of names) {
    Object.defineProperty(out, name, {
      // Looked up when it is asked for: the gate, which runs on every page, asks for few.
      get: () => {
        const { get, value } = descriptorOf(Document.prototype, name) ?? {};
        return get ? get.call(document) : value?.bind(document);
      },
    });
  }
  return out;
}

/** The page's document, as far as it is asked. */
export const plainDocument = plain(NAMES);

/** Whether the page is rendered ahead of being visited (HTML standard; false where the browser does not do so). */
export function isPrerendering(): boolean {
  return descriptorOf(Document.prototype, 'prerendering')?.get?.call(document) === true;
}
