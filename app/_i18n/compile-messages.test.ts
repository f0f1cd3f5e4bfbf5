import formatCompiled from "use-intl/format-message/format-only";
import { describe, expect, test } from "vitest";
import { en } from "@/lib/shared/messages/en";
import { es } from "@/lib/shared/messages/es";
import { compileMessages } from "./compile-messages";
import formatMessage from "./format-message";

const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
};

function say(message: string, values: Record<string, string | number>) {
  const { text } = compileMessages({ text: message });
  const options = {
    cache: {},
    formatters,
    locale: "en",
    globalFormats: undefined,
    formats: undefined,
    timeZone: "UTC",
  };
  return formatCompiled("text", text, values, options as unknown as Parameters<typeof formatCompiled>[3]);
}

describe("compiled messages", () => {
  test("say what their text says, numbers, plurals and choices too", () => {
    expect(say("plain", {})).toBe("plain");
    expect(say("{count, plural, one {# game} other {# games}} of {name}", { count: 1200, name: "Acme" })).toBe(
      "1,200 games of Acme",
    );
    expect(say("{kind, select, dlc {add-on} other {game}}", { kind: "dlc" })).toBe("add-on");
    expect(say("It''s '{'here'}'", {})).toBe("It's {here}");
  });

  test.each(Object.entries({ en, es }))("can be sent to client components, all of %s", (_locale, messages) => {
    const isSendable = (value: unknown): boolean =>
      typeof value !== "object" ||
      Array.isArray(value) ||
      (value !== null && Object.getPrototypeOf(value) === Object.prototype);
    const walk = (value: unknown): boolean =>
      isSendable(value) && (typeof value !== "object" || value === null || Object.values(value).every(walk));
    expect(walk(compileMessages(messages))).toBe(true);
  });

  test.each(Object.entries({ en, es }))(
    "never come to nothing, which the formatter does not take, in %s",
    (_l, messages) => {
      const isNothing = (message: unknown): boolean =>
        Array.isArray(message) &&
        message.length === 1 &&
        [message[0]].flat().some((part) => typeof part === "object" && Object.values(part).some((way) => way === ""));
      const find = (tree: object): string[] =>
        Object.entries(tree).flatMap(([key, value]) => {
          if (isNothing(value)) return [key];
          return typeof value === "object" && !Array.isArray(value) ? find(value) : [];
        });
      expect(find(compileMessages(messages))).toEqual([]);
      expect(isNothing(compileMessages({ text: "{is, select, true {so} other {}}" }).text)).toBe(true);
    },
  );

  test("are made once", () => {
    expect(compileMessages(en.home)).toBe(compileMessages(en.home));
  });
});

describe("the server's formatter", () => {
  test("takes a message as it is written, and compiled", () => {
    const options = { cache: {}, formatters, locale: "en", timeZone: "UTC" } as unknown as Parameters<
      typeof formatMessage
    >[3];
    const written = "It''s '{'here'}': {count, plural, one {# game} other {# games}}";
    for (const message of [written, compileMessages({ text: written }).text]) {
      expect(formatMessage("text", message, { count: 2 }, options)).toBe("It's {here}: 2 games");
    }
    const escaped = compileMessages({ text: "Press '{'K'}'" }).text;
    expect(formatMessage("text", escaped, {}, options)).toBe("Press {K}");
  });
});
