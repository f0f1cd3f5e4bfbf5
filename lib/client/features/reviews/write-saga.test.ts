import { afterEach, describe, expect, it } from "vitest";
import { say } from "@/lib/shared/say";
import { ApiError } from "../../api-client";
import {
  deleteRequest,
  draftChanged,
  draftDropped,
  formClosed,
  formOpened,
  reviewsLeft,
  reviewsOpened,
  submitted,
} from "./actions";
import { createDraftStore } from "./draft-store";
import { draft, emptySummary, makeOpened, makeOwn, reader, startReviews } from "./test-world";

let world: ReturnType<typeof startReviews>;
const open = (...given: Parameters<typeof startReviews>) => {
  world = startReviews(...given);
  return world;
};
afterEach(() => world.task.cancel());

const settle = () => new Promise((resolve) => setTimeout(resolve));
const mine = () => world.state().mine;
const content = { ...draft, isRecommended: true, stars: 5 };
const keptDraft = (slug = "ember-tide") => createDraftStore(() => world.storage).find({ userId: reader.userId, slug });

function write(body = content.body) {
  world.dispatch(formOpened());
  world.dispatch(draftChanged({ ...content, body }));
  world.dispatch(submitted({ ...content, body }, reader.name));
}

describe("writing", () => {
  it("begins with nothing chosen, and keeps what is typed over a reload", () => {
    const { dispatch } = open();
    dispatch(formOpened());
    expect(mine().draft).toEqual({ isRecommended: null, stars: null, body: "", locale: "en" });
    dispatch(draftChanged({ body: "Half a sen" }));
    dispatch(formClosed());
    expect(keptDraft()?.body).toBe("Half a sen");
    dispatch(reviewsLeft());
    expect(mine().draft).toBeNull();
    dispatch(reviewsOpened(makeOpened()));
    expect(mine().draft?.body).toBe("Half a sen");
    dispatch(reviewsOpened(makeOpened({ slug: "foldlight" })));
    expect(mine().draft).toBeNull();
  });

  it("shows the review at once, then as the server has it, and counts anew", async () => {
    const { api, texts, state } = open();
    const saved = makeOwn({ ...content, id: "saved" });
    api.saveReview.mockResolvedValue({ slug: "ember-tide", review: saved });
    api.loadSummary.mockResolvedValue({ ...emptySummary, languages: [{ code: "en", count: 1 }] });
    write();
    expect(mine()).toMatchObject({ shown: { body: content.body, author: "Ada" }, isSaving: true, isFormOpen: false });
    await settle();
    expect(api.saveReview.mock.calls[0]?.[0]).toEqual({ slug: "ember-tide", content, replaces: null });
    expect(mine()).toMatchObject({ shown: saved, confirmed: saved, isSaving: false, draft: null });
    expect(keptDraft()).toBeNull();
    expect(texts()).toEqual([say("notices.reviewPublished")]);
    expect(state().view.summary?.languages).toHaveLength(1);
  });

  it("says that a held one waits", async () => {
    const { api, texts } = open();
    const review = makeOwn({ status: "held", reason: { by: "rule", rule: "links" } });
    api.saveReview.mockResolvedValue({ slug: "ember-tide", review });
    write();
    await settle();
    expect(texts()).toEqual([say("notices.reviewWaits")]);
  });

  it("loses nothing when it fails: the form is back with the text and the reason", async () => {
    const before = makeOwn({ body: "What stood there before." });
    const { api, state } = open(makeOpened({ mine: { canWrite: true, review: before } }));
    api.saveReview.mockRejectedValue(new ApiError("network", "Lost"));
    write("A new wording that is lost?");
    expect(mine().shown?.body).toBe("A new wording that is lost?");
    await settle();
    expect(mine()).toMatchObject({ shown: before, isFormOpen: true, draft: { body: "A new wording that is lost?" } });
    expect(keptDraft()?.body).toBe("A new wording that is lost?");
    expect(state().save.error?.message).toBe("Lost");
  });

  it("shows what another window wrote beside the draft, and then replaces that", async () => {
    const before = makeOwn({ version: "2026-03-01T10:00:00.000Z" });
    const theirs = makeOwn({ body: "From the other window.", version: "2026-03-02T10:00:00.000Z" });
    const { api } = open(makeOpened({ mine: { canWrite: true, review: before } }));
    api.saveReview.mockRejectedValueOnce(new ApiError("conflict", "Changed", { fields: { reason: "stale" } }));
    api.loadMine.mockResolvedValue({ canWrite: true, review: theirs });
    write("From this window, as typed.");
    await settle();
    expect(mine()).toMatchObject({
      confirmed: theirs,
      draft: { body: "From this window, as typed." },
      isFormOpen: true,
    });
    write("From this window, as typed.");
    expect(api.saveReview.mock.calls.map(([input]) => input.replaces?.version)).toEqual([
      before.version,
      theirs.version,
    ]);
  });

  it("goes on when the page is left, and neither its end nor its failure touches another game", async () => {
    const { api, dispatch, texts } = open();
    let fail: (error: unknown) => void = () => undefined;
    api.saveReview.mockReturnValue(new Promise((_resolve, reject) => (fail = reject)));
    write();
    dispatch(reviewsLeft());
    dispatch(reviewsOpened(makeOpened({ slug: "foldlight" })));
    expect(api.saveReview.mock.calls[0]?.[1].aborted).toBe(false);
    fail(new ApiError("network", "Lost"));
    await settle();
    expect(mine()).toMatchObject({ shown: null, isFormOpen: false });
    expect(texts()).toEqual(["Lost"]);
    expect(keptDraft()?.body).toBe(content.body);

    api.saveReview.mockResolvedValue({ slug: "ember-tide", review: makeOwn() });
    write();
    await settle();
    expect(mine().confirmed).toBeNull();
  });

  it("forgets a draft that its writer gives up", () => {
    const before = makeOwn();
    const { dispatch } = open(makeOpened({ mine: { canWrite: true, review: before } }));
    dispatch(formOpened());
    expect(mine().draft?.body).toBe(before.body);
    dispatch(draftChanged({ body: "Never mind this." }));
    dispatch(draftDropped());
    expect([mine().draft, mine().isFormOpen, keptDraft()]).toEqual([null, false, null]);
  });
});

describe("deleting", () => {
  const opened = makeOpened({ mine: { canWrite: true, review: makeOwn() } });

  it("takes the review away and says so", async () => {
    const { api, dispatch, texts } = open(opened);
    api.deleteReview.mockImplementation(async (input) => input);
    dispatch(deleteRequest.requested({ slug: "ember-tide", id: "mine" }));
    await settle();
    expect([mine().shown, mine().confirmed, mine().canWrite]).toEqual([null, null, true]);
    expect(texts()).toEqual([say("notices.reviewDeleted")]);
    expect(api.loadSummary).toHaveBeenCalledTimes(1);
  });

  it("keeps it where that fails, and says why", async () => {
    const { api, dispatch, texts } = open(opened);
    api.deleteReview.mockRejectedValue(new ApiError("network", "Lost"));
    dispatch(deleteRequest.requested({ slug: "ember-tide", id: "mine" }));
    await settle();
    expect(mine().shown).toEqual(opened.mine.review);
    expect(texts()).toEqual(["Lost"]);
  });
});

it("a storage that is blocked or holds nonsense costs nothing but the draft", () => {
  const blocked = createDraftStore(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  const key = { userId: "u", slug: "s" };
  blocked.put(key, draft);
  blocked.drop(key);
  expect(blocked.find(key)).toBeNull();
  world = open();
  world.storage.setItem("kratos.review.u.s", '{"stars":99}');
  expect(createDraftStore(() => world.storage).find(key)).toBeNull();
  world.storage.setItem("kratos.review.u.s", "{");
  expect(createDraftStore(() => world.storage).find(key)).toBeNull();
});
