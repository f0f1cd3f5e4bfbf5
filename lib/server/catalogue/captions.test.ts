import { expect, it } from "vitest";
import { toWebVtt } from "./captions";

it("shows what a silent video shows, from its beginning to its end", () => {
  expect(toWebVtt("A wolf howls", 5000)).toBe("WEBVTT\n\n00:00:00.000 --> 00:00:05.000\nA wolf howls\n");
  expect(toWebVtt("A wolf howls", 3_723_456)).toContain("--> 01:02:03.456\n");
  expect(toWebVtt("A wolf howls", null)).toContain("--> 00:01:00.000\n");
});

it("keeps a text from ending its cue or from being taken for marks", () => {
  const [, cue = ""] = toWebVtt("One\n\n00:01 --> 00:02\n<i>two</i> & three", 1000).split("00:00:01.000\n");
  expect(cue).toBe("One 00:01 --&gt; 00:02 &lt;i&gt;two&lt;/i&gt; &amp; three\n");
});
