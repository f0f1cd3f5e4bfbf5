import { afterEach, describe, expect, it, vi } from "vitest";
import { isApple, isSearchShortcut } from "./search-shortcut";

const NO_KEYS = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, target: null };
const control = { ...NO_KEYS, key: "k", ctrlKey: true };
const command = { ...NO_KEYS, key: "k", metaKey: true };

afterEach(() => vi.unstubAllGlobals());

/** A field that somebody writes in, as far as the shortcut looks. */
function createField(): EventTarget {
  class Field extends EventTarget {
    isContentEditable = false;
    matches = () => true;
  }
  vi.stubGlobal("HTMLElement", Field);
  return new Field();
}

describe("the search's shortcut", () => {
  it("is Ctrl or ⌘ with K, with caps lock too", () => {
    for (const press of [control, command, { ...control, key: "K" }]) expect(isSearchShortcut(press, false)).toBe(true);
  });

  it.each([
    ["a character alone", { ...NO_KEYS, key: "k" }],
    ["the slash", { ...NO_KEYS, key: "/" }],
    ["another letter", { ...control, key: "j" }],
    ["the browser's own Ctrl + Shift + K", { ...control, shiftKey: true }],
    ["AltGr + K, which writes", { ...control, altKey: true }],
    ["both keys at once", { ...control, metaKey: true }],
  ])("is not %s", (_name, press) => {
    expect(isSearchShortcut(press, false)).toBe(false);
  });

  it("leaves a Mac's fields their Ctrl + K, which cuts the rest of the line", () => {
    const target = createField();
    expect(isSearchShortcut({ ...control, target }, true)).toBe(false);
    expect(isSearchShortcut({ ...command, target }, true)).toBe(true);
    expect(isSearchShortcut({ ...control, target }, false)).toBe(true);
  });
});

it.each([
  ["MacIntel", true],
  ["iPad", true],
  ["Win32", false],
  ["Linux x86_64", false],
  ["", false],
])("%s has Apple's keys: %s", (platform, expected) => {
  expect(isApple({ platform })).toBe(expected);
});
