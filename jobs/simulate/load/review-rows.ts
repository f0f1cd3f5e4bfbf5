import { listMomentsAfter, toEndMs } from "@/jobs/simulate/demand/moments";
import type { LivedReview } from "@/jobs/simulate/demand/review-life";
import { hashText } from "@/jobs/simulate/random";
import type { Simulation } from "@/jobs/simulate/simulation";
import { namedUuid } from "@/jobs/simulate/world/ids";
import type { Cell } from "./copy";

/** Between one vote and the next. */
const VOTE_STEP_MS = 60_000;

/** Rows of the reviews and of what belongs to them. */
export class ReviewRows {
  constructor(private readonly simulation: Simulation) {}

  *reviews(): Generator<Cell[]> {
    for (const review of this.simulation.reviews) {
      const writtenAt = new Date(review.createdMs);
      const editedAt = review.edit && new Date(review.edit.ms);
      yield [
        this.#idOf(review),
        this.simulation.world.games[review.game]?.id ?? null,
        this.#shopper(review.shopper),
        review.isRecommended,
        review.stars,
        review.body,
        review.locale,
        review.trouble?.status ?? "visible",
        review.trouble?.reason ?? "",
        review.helpfulCount,
        review.unhelpfulCount,
        writtenAt,
        editedAt ?? writtenAt,
        editedAt,
      ];
    }
  }

  *revisions(): Generator<Cell[]> {
    for (const review of this.simulation.reviews) {
      if (!review.edit) continue;
      const { isRecommended, stars, body } = review.edit.before;
      yield [this.#idOf(review), isRecommended, stars, body, new Date(review.createdMs)];
    }
  }

  /** Readers in a row from one that the review draws, its writer left out: each votes once. */
  *votes(): Generator<Cell[]> {
    const shoppers = this.simulation.shoppers.length;
    const endMs = toEndMs(this.simulation.world);
    for (const review of this.simulation.reviews) {
      const id = this.#idOf(review);
      const first = hashText(id) % shoppers;
      const total = review.helpfulCount + review.unhelpfulCount;
      const moments = listMomentsAfter(review.createdMs, { count: total, stepMs: VOTE_STEP_MS, endMs });
      for (const [vote, ms] of moments.entries()) {
        const voter = (review.shopper + 1 + ((first + vote) % (shoppers - 1))) % shoppers;
        yield [id, this.#shopper(voter), vote < review.helpfulCount, new Date(ms)];
      }
    }
  }

  *replies(): Generator<Cell[]> {
    const { games, publishers } = this.simulation.world;
    for (const review of this.simulation.reviews) {
      if (!review.reply) continue;
      const publisher = publishers[games[review.game]?.publisherIndex ?? 0]?.id ?? null;
      const at = new Date(review.reply.ms);
      yield [this.#idOf(review), publisher, review.reply.body, at, at];
    }
  }

  *reports(): Generator<Cell[]> {
    for (const review of this.simulation.reviews) {
      const id = this.#idOf(review);
      for (const { shopper, reason, detail, ms } of review.trouble?.reports ?? []) {
        yield [namedUuid(`report ${id} ${shopper}`), id, this.#shopper(shopper), reason, detail, new Date(ms)];
      }
    }
  }

  #idOf({ game, shopper }: LivedReview): string {
    return namedUuid(`review ${this.simulation.world.seed} ${game} ${shopper}`);
  }

  #shopper(index: number): string | null {
    return this.simulation.shoppers[index]?.id ?? null;
  }
}
