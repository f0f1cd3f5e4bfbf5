import type { Random } from "@/jobs/simulate/random";
import type { WorldGame } from "@/jobs/simulate/world/game";
import type { Shopper } from "./shoppers";

/** Who owns what, and who visits the store on the day that is open. */
export class BuyerPool {
  readonly #owned: Uint8Array;
  /** Running sums of activity in the order of joining, so that those who have joined are a prefix. */
  readonly #activity: Float64Array;
  #joined = 0;
  #visitors: number[] = [];
  #boughtToday = new Set<number>();

  constructor(
    private readonly shoppers: readonly Shopper[],
    private readonly games: number,
  ) {
    this.#owned = new Uint8Array(shoppers.length * games);
    this.#activity = new Float64Array(shoppers.length);
    let total = 0;
    shoppers.forEach((shopper, index) => {
      total += shopper.activity;
      this.#activity[index] = total;
    });
  }

  /** Starts a day with about that many visitors, drawn by activity from those who have joined. */
  openDay(day: number, visitors: number, random: Random): void {
    while ((this.shoppers[this.#joined]?.joinedIndex ?? Number.POSITIVE_INFINITY) <= day) this.#joined += 1;
    this.#boughtToday.clear();
    const drawn = new Set<number>();
    for (let index = 0; index < visitors; index += 1) drawn.add(this.#drawJoined(random));
    this.#visitors = [...drawn];
  }

  /** Draws visitors who can buy the game; looks at all of them where a draw finds none. */
  drawCandidates(count: number, game: WorldGame, random: Random): number[] {
    const found: number[] = [];
    for (let attempt = 0; attempt < count; attempt += 1) {
      const shopper = random.pick(this.#visitors);
      if (this.#canBuy(shopper, game)) found.push(shopper);
    }
    return found.length > 0 ? found : this.#visitors.filter((shopper) => this.#canBuy(shopper, game)).slice(0, count);
  }

  /** Somebody who is not visiting yet can buy the game, or null. */
  findAnyone(game: WorldGame, random: Random): number | null {
    const start = random.int(0, this.#joined - 1);
    for (let step = 0; step < this.#joined; step += 1) {
      const shopper = (start + step) % this.#joined;
      if (this.#canBuy(shopper, game)) return shopper;
    }
    return null;
  }

  /** A visitor who has not bought the game today, to give it to a friend. */
  findGiver(game: number, random: Random): number | null {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const shopper = random.pick(this.#visitors);
      if (!this.#boughtToday.has(shopper * this.games + game)) {
        this.#boughtToday.add(shopper * this.games + game);
        return shopper;
      }
    }
    return null;
  }

  /** Puts the game in the shopper's library. */
  own(shopper: number, game: number): void {
    this.#owned[shopper * this.games + game] = 1;
    this.#boughtToday.add(shopper * this.games + game);
  }

  #canBuy(shopper: number, game: WorldGame): boolean {
    const row = shopper * this.games;
    if (this.#owned[row + game.index] === 1 || this.#boughtToday.has(row + game.index)) return false;
    if (game.kind === "dlc") return game.baseIndex !== null && this.#owned[row + game.baseIndex] === 1;
    return true;
  }

  #drawJoined(random: Random): number {
    const target = random.float() * (this.#activity[this.#joined - 1] ?? 0);
    let low = 0;
    let high = this.#joined - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#activity[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
