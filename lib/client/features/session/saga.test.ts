import { channel } from "redux-saga";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { SessionView } from "@/lib/shared/auth";
import { say } from "@/lib/shared/say";
import { ApiError } from "../../api-client";
import { type AppStore, makeStore } from "../../store/make-store";
import { runSagas } from "../../store/run-sagas";
import { viewedStore } from "../../viewed/viewed-store";
import { localRecentStore } from "../search/recent-store";
import type { SessionApi } from "./api";
import { registerRequest, sessionCheckRequest, signInCodeRequest, signInRequest, signOutRequest } from "./requests";
import { sessionSaga } from "./saga";
import { selectIsCodeNeeded, selectSession } from "./selectors";
import { sessionHydrated } from "./slice";

const ada: SessionView = {
  userId: "3f8f5e0e-7e2f-4f0e-8a54-0d9a3c1f0a11",
  name: "Ada",
  email: "ada@example.com",
  role: "shopper",
};
const credentials = { email: ada.email, password: "a few words" };

function refuse(): Promise<never> {
  return Promise.reject(new ApiError("unauthenticated", "E-mail or password is wrong"));
}

const nobodyHome: SessionApi = {
  signIn: refuse,
  signInCode: refuse,
  register: refuse,
  signOut: () => Promise.resolve(),
  checkSession: () => Promise.resolve(null),
  startProviderSignIn: refuse,
};

function start(api: Partial<SessionApi>, session: SessionView | null = null) {
  const store = makeStore({ session });
  const moments = channel<"moment">();
  const task = runSagas(store, () => sessionSaga({ ...nobodyHome, ...api }, () => moments));
  running.push(() => task.cancel());
  return { store, moments };
}

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
  vi.unstubAllGlobals();
});

const texts = (store: AppStore) => store.getState().notifications.items.map((item) => item.text);
const view = (store: AppStore) => selectSession(store.getState());

describe("the session's sagas", () => {
  it("sign in: the person is known and welcomed", async () => {
    const { store } = start({ signIn: () => Promise.resolve(ada) });
    store.dispatch(signInRequest.requested(credentials));
    await vi.waitFor(() => expect(view(store)).toEqual(ada));
    expect(texts(store)).toEqual([say("notices.welcomeBack", { name: "Ada" })]);
  });

  it("sign in by two steps: nobody is known until the code was right", async () => {
    const { store } = start({ signIn: () => Promise.resolve(null), signInCode: () => Promise.resolve(ada) });
    store.dispatch(signInRequest.requested(credentials));
    await vi.waitFor(() => expect(selectIsCodeNeeded(store.getState())).toBe(true));
    expect([view(store), texts(store)]).toEqual([null, []]);
    store.dispatch(signInCodeRequest.requested({ code: "123456" }));
    await vi.waitFor(() => expect(view(store)).toEqual(ada));
    expect(selectIsCodeNeeded(store.getState())).toBe(false);
    expect(texts(store)).toEqual([say("notices.welcomeBack", { name: "Ada" })]);
  });

  it("a refused code keeps the second step open, and asks for no check of the session", async () => {
    const checkSession = vi.fn(nobodyHome.checkSession);
    const { store } = start({ signIn: () => Promise.resolve(null), checkSession });
    store.dispatch(signInRequest.requested(credentials));
    store.dispatch(signInCodeRequest.requested({ code: "000000" }));
    await vi.waitFor(() => expect(store.getState().session.signInCode.status).toBe("failed"));
    expect([view(store), selectIsCodeNeeded(store.getState())]).toEqual([null, true]);
    expect(checkSession).not.toHaveBeenCalled();
  });

  it("a code's answer that was lost on its way is looked up", async () => {
    const signInCode = () => Promise.reject(new ApiError("network", "No answer"));
    const { store } = start({ signInCode, checkSession: () => Promise.resolve(ada) });
    store.dispatch(signInCodeRequest.requested({ code: "123456" }));
    await vi.waitFor(() => expect(view(store)).toEqual(ada));
  });

  it("a refused sign-in changes nobody, and asks for no check of the session", async () => {
    const checkSession = vi.fn(nobodyHome.checkSession);
    const { store } = start({ checkSession });
    store.dispatch(signInRequest.requested(credentials));
    await vi.waitFor(() => expect(store.getState().session.signIn.error?.code).toBe("unauthenticated"));
    expect(view(store)).toBeNull();
    expect(checkSession).not.toHaveBeenCalled();
  });

  it("a password never stays in the store", async () => {
    const { store } = start({ signIn: () => Promise.resolve(ada) });
    store.dispatch(signInRequest.requested(credentials));
    expect(JSON.stringify(store.getState())).not.toContain(credentials.password);
    await vi.waitFor(() => expect(view(store)).toEqual(ada));
    expect(JSON.stringify(store.getState())).not.toContain(credentials.password);
  });

  it("registering signs in; where only the account was made it says so", async () => {
    const done = start({ register: () => Promise.resolve(ada) });
    done.store.dispatch(registerRequest.requested({ ...credentials, name: "Ada" }));
    await vi.waitFor(() => expect(view(done.store)).toEqual(ada));
    const half = start({ register: () => Promise.resolve(null) });
    half.store.dispatch(registerRequest.requested({ ...credentials, name: "Ada" }));
    await vi.waitFor(() => expect(texts(half.store)).toEqual([say("notices.accountReady")]));
    expect(view(half.store)).toBeNull();
  });

  it("sign out: nobody is known any more; a failure leaves the person signed in and says so", async () => {
    const done = start({}, ada);
    done.store.dispatch(signOutRequest.requested());
    await vi.waitFor(() => expect(view(done.store)).toBeNull());
    const failed = start({ signOut: () => Promise.reject(new ApiError("network", "No answer")) }, ada);
    failed.store.dispatch(signOutRequest.requested());
    await vi.waitFor(() => expect(texts(failed.store)).toEqual([say("notices.signOutFailed")]));
    expect(view(failed.store)).toEqual(ada);
  });

  it("sign out: searches and games that were looked at are forgotten, whatever the page has loaded", async () => {
    const kept = new Map<string, string>();
    const localStorage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    };
    vi.stubGlobal("window", { localStorage });
    localRecentStore.write(["ember"]);
    viewedStore.add({ slug: "ember-tide", title: "Ember Tide", cover: null });
    const { store, moments } = start({ checkSession: () => Promise.resolve(ada) }, ada);
    moments.put("moment");
    await vi.waitFor(() => expect(store.getState().session.check.status).toBe("succeeded"));
    expect(kept.size).toBe(2);
    store.dispatch(signOutRequest.requested());
    await vi.waitFor(() => expect(view(store)).toBeNull());
    expect([...kept.keys()]).toEqual([]);
  });

  it("a session that ended on the server is noticed at the next moment", async () => {
    const { store, moments } = start({}, ada);
    moments.put("moment");
    await vi.waitFor(() => expect(view(store)).toBeNull());
    expect(texts(store)).toEqual([say("notices.sessionEnded")]);
  });

  it("any other request's 401 makes it look", async () => {
    const { store } = start({}, ada);
    store.dispatch({ type: "wishlist/loadFailed", payload: { code: "unauthenticated", message: "Sign in first" } });
    await vi.waitFor(() => expect(view(store)).toBeNull());
  });

  it("a sign-in whose answer was lost is noticed all the same", async () => {
    const signIn = () => Promise.reject(new ApiError("timeout", "No answer in time"));
    const { store } = start({ signIn, checkSession: () => Promise.resolve(ada) });
    store.dispatch(signInRequest.requested(credentials));
    await vi.waitFor(() => expect(view(store)).toEqual(ada));
  });

  it("a check that cannot reach the server signs nobody out", async () => {
    const { store, moments } = start({ checkSession: () => Promise.reject(new ApiError("network", "No answer")) }, ada);
    moments.put("moment");
    await vi.waitFor(() => expect(store.getState().session.check.status).toBe("failed"));
    expect(view(store)).toEqual(ada);
  });

  it("a check that began before a sign-in does not undo it", async () => {
    let answerCheck: (view: SessionView | null) => void = () => undefined;
    const checkSession = () => new Promise<SessionView | null>((resolve) => (answerCheck = resolve));
    const { store, moments } = start({ checkSession, signIn: () => Promise.resolve(ada) });
    moments.put("moment");
    store.dispatch(signInRequest.requested(credentials));
    await vi.waitFor(() => expect(view(store)).toEqual(ada));
    answerCheck(null);
    await Promise.resolve();
    expect(view(store)).toEqual(ada);
    expect(store.getState().session.check.status).toBe("idle");
  });

  it("takes over a new role of the same person quietly", async () => {
    const { store } = start({ checkSession: () => Promise.resolve({ ...ada, role: "staff" }) }, ada);
    store.dispatch(sessionCheckRequest.requested());
    await vi.waitFor(() => expect(view(store)?.role).toBe("staff"));
    expect(texts(store)).toEqual([]);
  });

  it("follows the page that the server made", () => {
    const { store } = start({});
    store.dispatch(sessionHydrated(ada));
    expect(view(store)).toEqual(ada);
  });
});
