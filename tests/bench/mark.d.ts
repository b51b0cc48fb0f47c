/** The part of mark.js that is compared; the package ships no types. */
declare module 'mark.js' {
  interface MarkOptions {
    /** What must stand on both sides of a keyword. */
    accuracy?: 'exactly' | 'partially' | 'complementary' | { value: 'exactly'; limiters: string[] };
    /** Whether each word of a keyword is looked for by itself. */
    separateWordSearch?: boolean;
    /** Called for every element made. */
    each?: (element: Element) => void;
  }
  export default class Mark {
    constructor(context: Node);
    mark(keywords: string | string[], options?: MarkOptions): void;
  }
}
