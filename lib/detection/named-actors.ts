/** Who was named in a story so far, for the words that stand for one of them: "the committee", "the group". */
import { BY_WAY } from './dictionary.ts';

/** A word like "the committee" stands for its entity within so many blocks of its name. */
const GENERIC_REACH = 6;
/** A word like "the group" stands for the only actor of its kind in the block and so many before. */
const KIND_REACH = 1;

/** The actors named in one story, in its order. */
export class NamedActors {
  readonly #kinds: Readonly<Record<string, string>>;
  /** When each entity was named last, counted in namings, and in which row. */
  readonly #named = new Map<string, { turn: number; row: number }>();
  /** When something else was named last that an entity's generic name could stand for. */
  readonly #rivals = new Map<string, number>();
  #turn = 0;

  /** @param kinds the kind of every entity that a word for a kind may stand for, by id */
  constructor(kinds: Readonly<Record<string, string>>) {
    this.#kinds = kinds;
  }

  /**
   * Notes that something is named.
   * @param target an entity's id or another target of the dictionary
   * @param row index of the block in the story
   */
  note(target: string, row: number): void {
    this.#turn++;
    if (target.startsWith(BY_WAY.rival)) this.#rivals.set(target.slice(BY_WAY.rival.length), this.#turn);
    else this.#named.set(target, { turn: this.#turn, row });
  }

  /** The entity that generic names in the same words stand for here, when it is certain: the one last named. */
  meantBy(targets: readonly string[], row: number): string | undefined {
    const meant = targets.flatMap((target) => this.#meantBy(target, row));
    const turnOf = (id: string) => this.#named.get(id)?.turn ?? 0;
    return meant.toSorted((one, other) => turnOf(other) - turnOf(one))[0];
  }

  #meantBy(target: string, row: number): string[] {
    if (!target.startsWith(BY_WAY.kind)) {
      const last = this.#named.get(target);
      const isLast = last !== undefined && last.turn > (this.#rivals.get(target) ?? 0);
      return isLast && row - last.row <= GENERIC_REACH ? [target] : [];
    }
    const kind = target.slice(BY_WAY.kind.length);
    const near = [...this.#named].filter(([id, named]) => this.#kinds[id] === kind && row - named.row <= KIND_REACH);
    return near.length === 1 ? near.map(([id]) => id) : [];
  }
}
