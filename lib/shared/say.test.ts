import { expect, test } from "vitest";
import { readSaid, say, speak } from "./say";

test("what is said is read back with its values, whatever they hold", () => {
  const values = { title: 'A "game" } {x\nsay:', count: 3 };
  expect(readSaid(say("errors.network", values))).toEqual({ key: "errors.network", values });
});

test.each(["Something failed", "say:", "say:errors.network", "say: {}", ""])("%j is a text of its own", (text) => {
  expect(readSaid(text)).toBeNull();
});

test("an error within what is told is said, too; other values stay as they are", () => {
  const tell = (key: string, values: object) => `${key} ${JSON.stringify(values)}`;
  const text = say("notices.draftKept", { name: say("errors.network"), error: say("errors.timeout") });
  expect(speak(text, tell)).toBe(
    `notices.draftKept ${JSON.stringify({ name: say("errors.network"), error: "errors.timeout {}" })}`,
  );
  expect(speak("as it is", tell)).toBe("as it is");
});
