import { afterEach, describe, expect, it, vi } from "vitest";
import type { Profile, TwoFactorSetup } from "@/lib/shared/account";
import type { SessionView } from "@/lib/shared/auth";
import { say } from "@/lib/shared/say";
import { ApiError } from "../../api-client";
import { makeStore } from "../../store/make-store";
import { runSagas } from "../../store/run-sagas";
import { searchFeature } from "../search/feature";
import { selectAnswer, selectIsAnswered } from "../search/selectors";
import { suggestRequest, typed } from "../search/slice";
import { selectSession } from "../session/selectors";
import { sessionChanged } from "../session/slice";
import { type AccountApi, accountApi } from "./api";
import { accountFeature } from "./feature";
import {
  beginTwoFactorRequest,
  closeRequest,
  confirmEmailRequest,
  emailRequest,
  enableTwoFactorRequest,
  endSessionRequest,
  notificationsRequest,
  passwordRequest,
  profileRequest,
  requestResetRequest,
} from "./requests";
import { accountSaga } from "./saga";
import {
  selectAccountRequest,
  selectAccountVersion,
  selectConfirmedEmail,
  selectRecoveryCodes,
  selectSetup,
  selectShownNotifications,
} from "./selectors";
import { codesPutAway, notificationsOpened, setupLeft } from "./slice";

const ada: SessionView = {
  userId: "3f8f5e0e-7e2f-4f0e-8a54-0d9a3c1f0a11",
  name: "Ada",
  email: "ada@example.com",
  role: "shopper",
};
const setup: TwoFactorSetup = { secret: "SECRET", otpauthUrl: "otpauth://x", qrCode: "data:image/svg+xml;base64," };
const all = { priceDrops: true, releases: true, replies: true };

const unreachable = () => Promise.reject(new ApiError("network", "No answer"));
const nothingWorks = Object.fromEntries(
  Object.keys(accountApi).map((name) => [name, unreachable]),
) as unknown as AccountApi;

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

function start(api: Partial<AccountApi> = {}) {
  const store = makeStore({ session: ada });
  store.addFeature(accountFeature);
  const task = runSagas(store, () => accountSaga({ ...nothingWorks, ...api }));
  running.push(() => task.cancel());
  const texts = () => store.getState().notifications.items.map(({ kind, text }) => [kind, text]);
  return { ...store, texts, task };
}

describe("a change of the account", () => {
  it("is told of, and has the pages rendered anew", async () => {
    const { dispatch, getState, texts } = start({ changeEmail: ({ email }) => Promise.resolve(email) });
    dispatch(emailRequest.requested({ email: "new@example.com", password: "secret" }));
    await vi.waitFor(() => expect(selectAccountVersion(getState())).toBe(1));
    expect(texts()).toEqual([["success", say("notices.emailAsked", { email: "new@example.com" })]]);
  });

  it("of the currency outdates the prices that the search box knows", async () => {
    const profile: Profile = {
      name: "Ada",
      email: ada.email,
      isEmailVerified: true,
      pendingEmail: null,
      locale: "en",
      currency: "EUR",
      hasPassword: true,
      createdAt: "2026-01-01T00:00:00.000Z",
    };
    const store = start({ saveProfile: () => Promise.resolve(profile) });
    store.addFeature(searchFeature);
    store.dispatch(typed("ember"));
    store.dispatch(suggestRequest.succeeded({ q: "ember", suggestions: { games: [], terms: [] } }));
    expect(selectIsAnswered(store.getState())).toBe(true);
    store.dispatch(profileRequest.requested({ name: "Ada", locale: "en", currency: "EUR" }));
    await vi.waitFor(() => expect(selectAnswer(store.getState())).toBeNull());
  });

  it("that fails is left to its form, with what is wrong at which field", async () => {
    const fields = { currentPassword: "wrong" };
    const changePassword = () => Promise.reject(new ApiError("invalid_input", "wrong", { fields }));
    const { dispatch, getState, texts } = start({ changePassword });
    dispatch(passwordRequest.requested({ currentPassword: "a", password: "b" }));
    const state = () => selectAccountRequest.changePassword(getState());
    await vi.waitFor(() => expect(state().error?.fields).toEqual(fields));
    expect([texts(), selectAccountVersion(getState())]).toEqual([[], 0]);
  });

  it("that has no form says why it failed", async () => {
    const { dispatch, texts } = start();
    dispatch(endSessionRequest.requested("1"));
    await vi.waitFor(() => expect(texts()).toEqual([["error", "No answer"]]));
  });

  it("that is left is stopped", () => {
    const signals: AbortSignal[] = [];
    const requestReset: AccountApi["requestReset"] = (_input, signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    const { dispatch, getState } = start({ requestReset });
    dispatch(requestResetRequest.requested({ email: "ada@example.com" }));
    dispatch(requestResetRequest.cancelled());
    expect([signals[0]?.aborted, selectAccountRequest.requestReset(getState()).status]).toEqual([true, "idle"]);
  });

  it("leaves no password in the store", async () => {
    const { dispatch, getState } = start({ closeAccount: () => new Promise(() => undefined) });
    dispatch(closeRequest.requested({ confirmation: ada.email, password: "my password" }));
    dispatch(passwordRequest.requested({ currentPassword: "my password", password: "my password" }));
    expect(JSON.stringify(getState())).not.toContain("my password");
  });
});

describe("two-factor sign-in", () => {
  const works: Partial<AccountApi> = {
    beginTwoFactor: () => Promise.resolve(setup),
    enableTwoFactor: () => Promise.resolve({ codes: ["one", "two"] }),
  };

  it("shows the secret while it is set up, then the recovery codes, and keeps neither", async () => {
    const { dispatch, getState } = start(works);
    dispatch(beginTwoFactorRequest.requested({ password: "secret" }));
    await vi.waitFor(() => expect(selectSetup(getState())).toEqual(setup));
    dispatch(enableTwoFactorRequest.requested({ code: "123456" }));
    await vi.waitFor(() => expect(selectRecoveryCodes(getState())).toEqual(["one", "two"]));
    expect(selectSetup(getState())).toBeNull();
    dispatch(codesPutAway());
    expect(selectRecoveryCodes(getState())).toBeNull();
  });

  it("forgets the secret where setting up is given up, or somebody else signs in", async () => {
    for (const event of [setupLeft(), sessionChanged({ view: null, cause: "check" })]) {
      const { dispatch, getState } = start(works);
      dispatch(beginTwoFactorRequest.requested({ password: "secret" }));
      await vi.waitFor(() => expect(selectSetup(getState())).toEqual(setup));
      dispatch(event);
      expect(selectSetup(getState())).toBeNull();
    }
  });

  it("keeps the secret on the screen where the first code was wrong", async () => {
    const { dispatch, getState } = start({ ...works, enableTwoFactor: unreachable });
    dispatch(beginTwoFactorRequest.requested({ password: "secret" }));
    await vi.waitFor(() => expect(selectSetup(getState())).toEqual(setup));
    dispatch(enableTwoFactorRequest.requested({ code: "000000" }));
    await vi.waitFor(() => expect(selectAccountRequest.enableTwoFactor(getState()).status).toBe("failed"));
    expect(selectSetup(getState())).toEqual(setup);
  });
});

describe("the notification settings", () => {
  it("change at once, and back where that failed", async () => {
    const { dispatch, getState, texts } = start();
    dispatch(notificationsOpened(all));
    dispatch(notificationsRequest.requested({ ...all, releases: false }));
    expect(selectShownNotifications(getState())).toEqual({ ...all, releases: false });
    await vi.waitFor(() => expect(selectShownNotifications(getState())).toEqual(all));
    expect(texts()).toEqual([["error", "No answer"]]);
  });

  it("stay as the newest of several changes said", async () => {
    const { dispatch, getState } = start({ saveNotifications: (input) => Promise.resolve(input) });
    dispatch(notificationsOpened(all));
    dispatch(notificationsRequest.requested({ ...all, releases: false }));
    dispatch(notificationsRequest.requested({ ...all, releases: false, replies: false }));
    await vi.waitFor(() => expect(getState().account.saveNotifications.status).toBe("succeeded"));
    expect(selectShownNotifications(getState())).toEqual({ priceDrops: true, releases: false, replies: false });
  });
});

it("a confirmed address is looked up, so that the header shows it", async () => {
  const { dispatch, getState } = start({
    confirmEmail: () => Promise.resolve({ kind: "changed", email: "new@example.com" }),
  });
  dispatch(confirmEmailRequest.requested({ token: "x" }));
  await vi.waitFor(() => expect(selectConfirmedEmail(getState())?.email).toBe("new@example.com"));
  expect(getState().session.check.status).toBe("running");
});

it("a closed account signs out here, and says that it is gone", async () => {
  const { dispatch, getState, texts } = start({ closeAccount: () => Promise.resolve() });
  dispatch(closeRequest.requested({ confirmation: ada.email }));
  await vi.waitFor(() => expect(selectSession(getState())).toBeNull());
  await vi.waitFor(() => expect(texts()).toEqual([["info", say("notices.accountClosed")]]));
});
