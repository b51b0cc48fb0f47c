/** What is wrong with how components lie on a page. Sent to pages as source, so it stands on nothing but their globals. */

/**
 * Looks for what is clipped, reaches beyond its place or lies over its neighbours within the gallery's stages, and for
 * a page that is wider than its window.
 * @returns a line for each fault, naming its stage; empty when all is well
 */
export function layoutFaults(): string[] {
  /** Fractions of pixels are no fault. */
  const SLACK = 1;
  /** Whose children stand beside each other. */
  const ROWS = [
    ...[
      '.card-head',
      '.card-foot',
      '.card-facts li',
      '.card-line',
      '.card-related ul',
      '.card-steps',
      '.card-sources li',
    ],
    ...[
      '.status-phase',
      '.status-figures',
      '.popup',
      '.popup h2',
      '.popup-mentions',
      '.popup-mentions button',
      '.switch',
    ],
  ];
  const faults: string[] = [];
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('.for-screen-readers');
  const nameOf = (element: Element) =>
    `${element.localName}.${element.className} "${element.textContent.slice(0, 30)}"`;

  for (const stage of document.querySelectorAll('.stage')) {
    const report = (element: Element, what: string) => faults.push(`${stage.id}: ${nameOf(element)} ${what}`);
    const { left, right } = stage.getBoundingClientRect();
    for (const element of stage.querySelectorAll<HTMLElement>('*')) {
      if (!(element instanceof HTMLElement) || !isSeen(element)) continue;
      const rect = element.getBoundingClientRect();
      const { overflowY } = getComputedStyle(element);
      if (rect.left < left - SLACK || rect.right > right + SLACK) report(element, 'reaches beyond its stage');
      // A list may reach into the margin on purpose. Inline boxes and replaced elements have no width of their own within.
      const margins = Array.from(element.children, (child) =>
        Number.parseFloat(getComputedStyle(child).marginInlineEnd),
      );
      const room = element.clientWidth - Math.min(0, ...margins.filter((margin) => margin < 0));
      if (element.clientWidth > 0 && element.scrollWidth > room + SLACK)
        report(element, `is ${element.scrollWidth} wide within ${element.clientWidth}`);
      if ((overflowY === 'hidden' || overflowY === 'clip') && element.scrollHeight > element.clientHeight + SLACK)
        report(element, `cuts ${element.scrollHeight} to ${element.clientHeight} of height`);
    }
    for (const row of stage.querySelectorAll(ROWS.join())) {
      const children = Array.from(row.children).filter(isSeen);
      const rects = children.map((child) => child.getBoundingClientRect());
      for (const [place, one] of rects.entries()) {
        const over = rects.findIndex(
          (other, later) =>
            later > place &&
            Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK &&
            Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK,
        );
        if (over !== -1) report(row, `has ${nameOf(children[over] ?? row)} over ${nameOf(children[place] ?? row)}`);
      }
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`The page is ${scrollWidth} wide in a window of ${clientWidth}`);
  return faults;
}
