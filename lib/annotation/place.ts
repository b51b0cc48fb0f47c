/** Where a card stands: the rules, as arithmetic on boxes. All numbers are CSS pixels of the viewport. */

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** Distance between the words and the card, and between the card and the window's edges. */
const GAP = 8;
const EDGE = 8;
/** A card is never squeezed below this height; where there is less room it scrolls there. */
export const LEAST_HEIGHT = 96;
/** A window at most this wide has no room beside words: its cards are sheets. */
const SHEET_WINDOW = 480;
/** The share of the window's height that a sheet may take. */
const SHEET_SHARE = 0.55;
/** A card put at the window's lower edge by hand keeps this much of its height in the window. */
const LEAST_DRAGGED = 160;

const bottomOf = ({ y, height }: Box) => y + height;
/** A value between two others; the least where they contradict each other. */
export const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));

/**
 * The lines that a card must leave in sight: as high as all lines of the words that are one below the other, and as
 * wide as the line meant. Words that go on at the head of the next column are two places, each for itself.
 * @param lines boxes of the words in reading order, at least one
 * @param meant index of the line that the reader points at
 */
export function linesTogether(lines: readonly Box[], meant: number): Box {
  const { x, y, width, height } = lines[meant] as Box;
  let top = y;
  let bottom = y + height;
  const goesOn = (upper: Box | undefined, lower: Box | undefined) => upper && lower && bottomOf(lower) > upper.y;
  for (let at = meant; goesOn(lines[at - 1], lines[at]); at--) top = Math.min(top, (lines[at - 1] as Box).y);
  for (let at = meant; goesOn(lines[at], lines[at + 1]); at++)
    bottom = Math.max(bottom, bottomOf(lines[at + 1] as Box));
  return { x, y: top, width, height: bottom - top };
}

/** The height that a sheet may take in a window; undefined where the window has room for a card beside words. */
export function sheetHeight({ width, height }: Box): number | undefined {
  return width <= SHEET_WINDOW ? Math.floor(height * SHEET_SHARE) : undefined;
}

/** The part of the window in which a card stands that is no sheet. */
export function withoutEdges({ x, y, width, height }: Box): Box {
  return { x: x + EDGE, y: y + EDGE, width: width - 2 * EDGE, height: height - 2 * EDGE };
}

/** On which side of its words a card is: a sheet above them is at the window's upper edge, one below at its lower. */
export type Side = 'above' | 'below';

/** What a card must not cover, and the height that it leaves on either side, not a negative one. */
export interface Room extends Record<Side, number> {
  words: Box;
}

/**
 * The room beside the first of some boxes that leaves enough of it, or else beside the last one.
 * @param view where the card may stand
 * @param boxes what is to stay in sight: all lines that go together, then the line meant
 */
export function roomBeside(view: Box, boxes: readonly [Box, ...Box[]]): Room {
  const rooms = boxes.map((words) => ({
    words,
    above: Math.max(0, Math.floor(words.y - GAP - view.y)),
    below: Math.max(0, Math.floor(bottomOf(view) - bottomOf(words) - GAP)),
  }));
  return (rooms.find(({ above, below }) => Math.max(above, below) >= LEAST_HEIGHT) ?? rooms.at(-1)) as Room;
}

/** The side for a card that wants a height: where it is if it has the room there, else the roomier one. */
export function chooseSide(room: Room, wanted: number, before: Side): Side {
  const other = before === 'above' ? 'below' : 'above';
  return room[before] >= Math.min(wanted, room[other]) ? before : other;
}

/** The upper left corner of a card beside its words, within the view as far as its width goes. */
export function placeBeside(
  view: Box,
  words: Box,
  card: { width: number; height: number },
  side: Side,
  rightToLeft: boolean,
): Point {
  const start = rightToLeft ? words.x + words.width - card.width : words.x;
  return {
    x: clamp(start, view.x, view.x + view.width - card.width),
    y: side === 'above' ? words.y - GAP - card.height : bottomOf(words) + GAP,
  };
}

/**
 * Where a card stands that the reader has put somewhere: there, as far as the view reaches. Its height is what it may
 * take, for there is room below its upper edge only.
 * @param card its size
 * @param wanted where its upper left corner was put
 */
export function placeDragged(view: Box, card: { width: number; height: number }, wanted: Point): Box {
  // In a view too small for it the upper left corner counts, for a card's controls are in its head.
  const x = clamp(wanted.x, view.x, view.x + view.width - card.width);
  const y = clamp(wanted.y, view.y, bottomOf(view) - Math.min(card.height, LEAST_DRAGGED));
  return { x, y, width: card.width, height: Math.max(LEAST_HEIGHT, Math.floor(bottomOf(view) - y)) };
}
