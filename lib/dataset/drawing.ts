/** Drawings as plain data: what can be sent as a message and rendered without markup, whatever a page's policy. */

/** An element of SVG: its name, its attributes as React names them, and the elements within it. */
export type Shape = readonly [
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  within?: readonly Shape[],
];

/** A picture: its view box, as SVG writes it, and what is in it from the back to the front. */
export interface Drawing {
  viewBox: string;
  shapes: readonly Shape[];
}

/** Flags by ISO 3166-1 alpha-2 code, and the European Union's by `EU`. */
export type Flags = Readonly<Record<string, Drawing>>;
