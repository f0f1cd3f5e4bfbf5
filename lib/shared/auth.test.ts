import { describe, expect, it } from "vitest";
import { emailSchema, registerSchema } from "./auth";
import { toCallbackPath } from "./callback-path";

describe("toCallbackPath", () => {
  it.each([
    ["/library", "/library"],
    ["/games?genre=rpg&sort=new#top", "/games?genre=rpg&sort=new#top"],
    ["/", "/"],
  ])("keeps the path %s of this site", (value, path) => {
    expect(toCallbackPath(value)).toBe(path);
  });

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "javascript:alert(1)",
    "games",
    "",
    undefined,
    ["/a", "/b"],
  ])("answers the home page to %j", (value) => {
    expect(toCallbackPath(value)).toBe("/");
  });

  it.each([
    ["/es", "/"],
    ["/es/library?q=x#top", "/library?q=x#top"],
    ["/estate", "/estate"],
  ])("leaves the language of %s to the page that one comes from", (value, path) => {
    expect(toCallbackPath(value)).toBe(path);
  });

  it.each(["/es//evil.example", "/es/\\evil.example", "/es/sign-in", "/es/sign-in/code?x"])(
    "answers home to %s",
    (value) => {
      expect(toCallbackPath(value)).toBe("/");
    },
  );

  it.each(["/sign-in", "/sign-in?callbackUrl=/x", "/register", "/api/auth/signout"])(
    "does not return to %s",
    (value) => {
      expect(toCallbackPath(value)).toBe("/");
    },
  );

  it("keeps a page whose name only begins alike", () => {
    expect(toCallbackPath("/sign-in-help")).toBe("/sign-in-help");
  });
});

describe("emailSchema", () => {
  it("makes one form of an address", () => {
    expect(emailSchema.parse("  Ada@Example.COM ")).toBe("ada@example.com");
  });

  it.each(["", "ada", "ada@", "a@b", `${"a".repeat(250)}@example.com`])("refuses %j", (value) => {
    expect(emailSchema.safeParse(value).success).toBe(false);
  });
});

describe("registerSchema", () => {
  const input = { name: "Ada", email: "ada@example.com", password: "a few words" };
  const problems = (change: object) => {
    const result = registerSchema.safeParse({ ...input, ...change });
    return result.error?.issues.map((issue) => issue.path.join("."));
  };

  it("takes a password of 10 to 200 characters, and no other", () => {
    expect(problems({ password: "x".repeat(9) })).toEqual(["password"]);
    expect(problems({ password: "x".repeat(10) })).toBeUndefined();
    expect(problems({ password: "x".repeat(200) })).toBeUndefined();
    expect(problems({ password: "x".repeat(201) })).toEqual(["password"]);
  });

  it("refuses the e-mail address as the password", () => {
    expect(problems({ password: "Ada@Example.com" })).toEqual(["password"]);
  });

  it("refuses a name of which nothing can be seen, and one with control characters", () => {
    expect(problems({ name: "   " })).toEqual(["name"]);
    expect(problems({ name: "\u200b \u2060" })).toEqual(["name"]);
    expect(problems({ name: "Ada\u0007" })).toEqual(["name"]);
  });

  it("takes no role from outside", () => {
    expect(registerSchema.parse({ ...input, role: "admin" })).not.toHaveProperty("role");
  });
});
