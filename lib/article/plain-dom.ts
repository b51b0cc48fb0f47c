/**
 * What every node has, as the browser itself tells it. A form answers to the name of a field with the field, before all
 * that is every element's, and in Chromium to scripts of any world: by `<input name="nextSibling">` a walk over the page
 * would never end. What may be a form is asked from here.
 */

/**
 * Reads an attribute of an interface, whatever its object itself would answer. What a script does not use of these is left
 * out of it.
 */
function reader<Of extends object, Name extends keyof Of>(
  { prototype }: { prototype: Of },
  name: Name,
): (of: Of) => Of[Name] {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: Of) => Of[Name];
  return (of) => get.call(of);
}

export const nodeTypeOf = /* @__PURE__ */ reader(Node, 'nodeType');
export const firstChildOf = /* @__PURE__ */ reader(Node, 'firstChild');
export const nextSiblingOf = /* @__PURE__ */ reader(Node, 'nextSibling');
export const parentElementOf = /* @__PURE__ */ reader(Node, 'parentElement');
export const localNameOf = /* @__PURE__ */ reader(Element, 'localName');
export const shadowRootOf = /* @__PURE__ */ reader(Element, 'shadowRoot');

const { getAttribute, hasAttributes, checkVisibility, closest, getBoundingClientRect, scrollIntoView } =
  Element.prototype;

export const attributeOf = (element: Element, name: string): string | null => getAttribute.call(element, name);
export const hasAnyAttribute = (element: Element): boolean => hasAttributes.call(element);
export const closestTo = (element: Element, selector: string): Element | null => closest.call(element, selector);
export const boxOf = (element: Element): DOMRect => getBoundingClientRect.call(element);
/** Whether an element is rendered and no style makes it invisible. */
export const isRendered = (element: Element): boolean => checkVisibility.call(element, { visibilityProperty: true });
/** Scrolls an element into the middle of the window, at once. */
export const scrollTo = (element: Element): void =>
  scrollIntoView.call(element, { block: 'center', behavior: 'instant' });
