import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Starts the Chromium that CHROMIUM_PATH names or that is installed, else the one from npm, with further switches. */
export async function launchBrowser(switches: readonly string[] = []): Promise<Browser> {
  const installed = [process.env.CHROMIUM_PATH ?? "", ...INSTALLED].find((file) => file && existsSync(file));
  const args = ["--disable-dev-shm-usage", "--disable-gpu", ...switches];
  // Root cannot use Chromium's sandbox, and the packed one has none.
  if (!installed || process.getuid?.() === 0) args.push("--no-sandbox");
  return chromium.launch({ executablePath: installed ?? (await sparticuz.executablePath()), args });
}
