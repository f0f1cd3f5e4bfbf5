import { describe, expect, it } from "vitest";
import { isOnBackdrop } from "./dialog";

const box = { left: 100, right: 300, top: 50, bottom: 250 };
const dialog = { getBoundingClientRect: () => box } as unknown as Element;
const press = (clientX: number, clientY: number, target: Element = dialog) =>
  isOnBackdrop({ target, currentTarget: dialog, clientX, clientY });

describe("the backdrop of a dialog", () => {
  it("is pressed on each side of the box", () => {
    expect([press(99, 100), press(301, 100), press(200, 49), press(200, 251)]).toEqual([true, true, true, true]);
  });

  it("is not an empty place of the box, whose own background is the dialog's", () => {
    expect([press(100, 50), press(200, 240)]).toEqual([false, false]);
  });

  it("is not what the dialog holds, wherever that reaches", () => {
    expect(press(400, 100, {} as Element)).toBe(false);
  });
});
