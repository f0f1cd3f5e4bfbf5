import type { Palette } from "@/jobs/simulate/world/concept";

/** Colours of a picture: sky from top to horizon, its light, land from far to near, and what stands out. */
export interface Colours {
  top: string;
  mid: string;
  low: string;
  sun: string;
  far: string;
  near: string;
  accent: string;
  pale: string;
}

function colours(list: string): Colours {
  const [top = "", mid = "", low = "", sun = "", far = "", near = "", accent = "", pale = ""] = list
    .split(" ")
    .map((hex) => `#${hex}`);
  return { top, mid, low, sun, far, near, accent, pale };
}

/** The colours of each palette. */
export const COLOURS: Readonly<Record<Palette, Colours>> = {
  ember: colours("1a0b12 6b1d1a f2702b ffd27a 8a2f22 14070a ff8a3d fff0d6"),
  dusk: colours("1b1340 6a2c70 f08a5d ffd08a 5b2a6b 120a26 ff9f68 fff1dd"),
  neon: colours("0a0620 2a0f55 ff3fa4 ffe066 3b1670 070314 22e3ff f4f0ff"),
  frost: colours("0b2239 2f6f97 cfe9f4 ffffff 6fa3bf 0a1c2c 7fe0ff f3fbff"),
  jade: colours("04201d 0f5a4a a9dfb0 f2ffd8 2d7f66 031513 6ff2b0 effff5"),
  abyss: colours("01141c 04394a 1b8a94 b6fff0 0b5360 010c12 39f0d0 e2fffa"),
  gold: colours("20140a 7a4a12 f6c65b fff3c4 96601b 150c05 ffd75e fff8e0"),
  blood: colours("12060a 5c0f1c d8433b ffb199 6d1722 0d0407 ff5a4d ffece6"),
  violet: colours("0e0a2a 3b2483 a98bf0 f4e3ff 47309a 090618 c79bff f6f0ff"),
  sand: colours("3a2a3f b06a4a f4cf96 fff6dc b97f56 2a1a1e ffcf7a fff7e6"),
  moss: colours("16201a 3f5c3a cbd59a fbffd8 5d7a4c 0e1510 c8e06a f7ffe6"),
  candy: colours("3a1061 c2308c ffb15e fff1a8 8a2a9a 210a3c 4fe6d8 fff6f0"),
  steel: colours("10161d 3e4f5f b4c3cc ffffff 5b6d7c 0a0f14 ff7a45 f2f7fa"),
  rose: colours("2a0d24 8a2c58 f3a6a6 ffe9d8 93395f 1b0817 ff86a8 fff0f0"),
  toxic: colours("0b140a 2b4a13 a6e03a f2ffb0 3c6a1a 070d05 c4ff3d f8ffe2"),
  dawn: colours("33366b c77ba0 ffd3b0 fff8e0 9c6e9e 221d42 ffb38a fff6ee"),
  noir: colours("07070a 23232b 8a7a55 ffcf6b 2c2c36 040406 ffbf47 f6efdf"),
  coral: colours("0e3f56 2aa3a3 ffc9a0 fff3d0 2f8a93 07283a ff7b6b fff5ec"),
  mint: colours("0f3b45 3f9f93 d9f7da ffffff 5bb3a0 0a2a32 ffd36e f3fff8"),
  cobalt: colours("050d2c 12408f 74b7ff f0f8ff 1b53a6 040a1f 4fd2ff eef6ff"),
};

const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);

/** A colour between two, at a share from 0 to 1. */
export function mix(from: string, to: string, share: number): string {
  const parts = [1, 3, 5].map((at) => Math.round(channel(from, at) * (1 - share) + channel(to, at) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
