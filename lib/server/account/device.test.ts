import { describe, expect, it } from "vitest";
import { describeDevice } from "./device";

describe("describeDevice", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
      { browser: "Chrome 141", system: "Windows", device: "desktop" },
    ],
    [
      "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
      { browser: "Firefox 143", system: "Linux", device: "desktop" },
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
      { browser: "Safari 17", system: "iOS", device: "phone" },
    ],
  ])("names %s", (userAgent, device) => {
    expect(describeDevice(userAgent)).toEqual(device);
  });

  it.each([null, "", "curl", "\u0000<script>", "(".repeat(300)])(
    "takes %j as it is: nothing one knows",
    (userAgent) => {
      const { device, browser } = describeDevice(userAgent);
      expect(device).toBe("other");
      expect(browser ?? "").not.toContain("<");
    },
  );
});
