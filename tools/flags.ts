/**
 * The flags of the dataset's states, converted from the SVG sources of `country-flag-icons` to plain data. Nothing is
 * taken over that is not known to be harmless and to mean the same anywhere: no style, no link, no id.
 */
import { DOMParser, type Element } from '@xmldom/xmldom';
import * as svgs from 'country-flag-icons/string/3x2';
import type { Drawing, Flags, Shape } from '../lib/dataset/drawing.ts';

const ELEMENTS: ReadonlySet<string> = new Set(['g', 'path', 'circle', 'ellipse']);
/** Attributes that are taken over, with React's names for them. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  d: 'd',
  cx: 'cx',
  cy: 'cy',
  r: 'r',
  rx: 'rx',
  ry: 'ry',
  fill: 'fill',
  opacity: 'opacity',
  stroke: 'stroke',
  'stroke-width': 'strokeWidth',
  'stroke-miterlimit': 'strokeMiterlimit',
  'fill-rule': 'fillRule',
  'clip-rule': 'clipRule',
};
/** Attributes without effect in a file that has no style sheet. */
const IDLE: ReadonlySet<string> = new Set(['class']);
/** Values that could fetch something or point to another element are none of these. */
const VALUE = /^[\w\s#.,+-]+$/;

function elementsIn(parent: Element): Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
}

function shapeOf(element: Element, file: string): Shape {
  const { tagName } = element;
  if (!ELEMENTS.has(tagName)) throw new Error(`${file} has a <${tagName}>, which flags are not known to need`);
  const attributes: Record<string, string> = {};
  for (const { name, value } of Array.from(element.attributes)) {
    const known = ATTRIBUTES[name];
    if (known !== undefined && VALUE.test(value)) attributes[known] = value;
    else if (!IDLE.has(name)) throw new Error(`${file} has ${name}="${value}", which flags are not known to need`);
  }
  const within = elementsIn(element).map((child) => shapeOf(child, file));
  return within.length > 0 ? [tagName, attributes, within] : [tagName, attributes];
}

/**
 * The drawing in an SVG file.
 * @param svg source of the file
 * @param file what to call it in the message of an error
 * @throws {Error} on what is no SVG or holds an element, an attribute or a value that is not known
 */
export function drawingOf(svg: string, file: string): Drawing {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const viewBox = root?.getAttribute('viewBox');
  if (root?.tagName !== 'svg' || !viewBox) throw new Error(`${file} is no SVG with a view box`);
  return { viewBox, shapes: elementsIn(root).map((element) => shapeOf(element, file)) };
}

/**
 * The flags of some codes, three wide and two high.
 * @param codes ISO 3166-1 alpha-2, or `EU`
 * @throws {Error} for a code that has no flag
 */
export function readFlags(codes: Iterable<string>): Flags {
  const sources: Readonly<Record<string, string>> = svgs;
  const flags: Record<string, Drawing> = {};
  for (const code of codes) {
    const svg = sources[code];
    if (svg === undefined) throw new Error(`country-flag-icons has no flag for "${code}"`);
    flags[code] = drawingOf(svg, `The flag of ${code}`);
  }
  return flags;
}
