/** Values that are made when they are first asked for: who reads texts in one language does not wait for the others. */

/** Gives an object a value that is made when it is first asked for, by `make`, whose errors that asking throws. */
export function addLater<Value>(to: object, key: PropertyKey, make: () => Value): void {
  const get = () => {
    const value = make();
    Object.defineProperty(to, key, { value, enumerable: true });
    return value;
  };
  Object.defineProperty(to, key, { get, enumerable: true, configurable: true });
}
