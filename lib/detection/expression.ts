/** Expressions that are made when they are first used. */

/**
 * Gives an expression when it is asked for, the same one each time. For classes such as `\p{L}`: an engine builds those of
 * every expression that is written out in a script while it takes the script in, used or not, which took it longer than
 * all the rest of the script that reads pages.
 */
export function expression(source: string, flags: string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
}
