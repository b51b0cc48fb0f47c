/** Figures of figures. */

/** The middle of some numbers; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  if (sorted.length % 2 === 1) return sorted[middle] as number;
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/**
 * The power of `x` with which `y` grows from one measurement to another: 1 is linear growth.
 * @param from `[x, y]`
 */
export function growthPower([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): number {
  return Math.log(toY / y) / Math.log(toX / x);
}

/** A number with three digits that count. */
export function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : value;
}
