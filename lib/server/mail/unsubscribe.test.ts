import { expect, it } from "vitest";
import { readUnsubscribeToken, toUnsubscribeToken } from "./unsubscribe";

const userId = "3f8f5e0e-7e2f-4f0e-8a54-0d9a3c1f0a11";

it("a token names its reader and setting", () => {
  const token = toUnsubscribeToken({ userId, setting: "releases" });
  expect(readUnsubscribeToken(token)).toEqual({ userId, setting: "releases" });
  expect(encodeURIComponent(token)).toBe(token);
});

it("a token changed to another reader or setting is none", () => {
  const token = toUnsubscribeToken({ userId, setting: "releases" });
  const others = [
    token.replace("releases", "replies"),
    token.replace("3f8f", "4f8f"),
    token.slice(0, -1),
    `${userId}.releases.`,
    `${userId}.passwords.${token.split(".")[2]}`,
    "",
    "..",
  ];
  for (const other of others) expect(readUnsubscribeToken(other)).toBeNull();
});
