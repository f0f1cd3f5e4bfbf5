import { Secret } from "otpauth";
import { describe, expect, it } from "vitest";
import { createTotpSecret, findTotpStep, toOtpauthUrl } from "./totp";

/** RFC 6238, appendix B: the secret of its vectors for SHA-1; of its eight digits the last six. */
const secret = Secret.fromLatin1("12345678901234567890").base32;
const at = (seconds: number) => new Date(seconds * 1_000);

describe("codes", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_234_567_890, "005924"],
    [20_000_000_000, "353130"],
  ])("are those of RFC 6238 at %i s", (seconds, code) => {
    expect(findTotpStep(secret, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it("count one step early and late, under the step that they belong to, and no longer", () => {
    const [code, step] = ["081804", Math.floor(1_111_111_109 / 30)];
    for (const shift of [-30, 0, 30]) expect(findTotpStep(secret, code, at(1_111_111_109 + shift))).toBe(step);
    for (const shift of [-60, 60]) expect(findTotpStep(secret, code, at(1_111_111_109 + shift))).toBeNull();
  });

  it.each(["", "1", "0818045", "abcdef", "０８１８０４"])("are not %j", (code) => {
    expect(findTotpStep(secret, code, at(1_111_111_109))).toBeNull();
  });
});

describe("a new secret", () => {
  it("has 160 bits and is another one each time", () => {
    expect(createTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(createTotpSecret()).not.toBe(createTotpSecret());
  });

  it("goes into an app under the shop's and the account's name", () => {
    const url = new URL(toOtpauthUrl(secret, "ada&co@example.com"));
    expect(url.protocol).toBe("otpauth:");
    expect(decodeURIComponent(url.pathname)).toContain("Kratos:ada&co@example.com");
    expect(url.searchParams.get("secret")).toBe(secret);
  });
});
