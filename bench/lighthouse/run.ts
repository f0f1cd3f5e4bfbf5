import path from "node:path";
import { parseArgs } from "node:util";
import getPort from "get-port";
import { z } from "zod";
import { launchBrowser } from "@/e2e/browser";
import { readJson } from "@/jobs/local/json-file";
import { type Audit, auditPage, loadLighthouse } from "./audit";

/**
 * `npm run bench:lighthouse`: audits the landing page, the catalogue and a game page of the shop that runs
 * (`npm run demo` in another terminal) as a phone sees them, several times each, and prints the median of every figure
 * beside what the shop asks of itself. Further addresses are audited too, such as a rival's.
 *
 * Slow network and processor are simulated, as Lighthouse does by itself: the largest paint is then charged with every
 * script that had arrived before it, which from the same machine is most of them. `--applied` slows the load down itself.
 */
const HELP = "npm run bench:lighthouse -- [--runs 3] [--applied] [--url http://localhost:3000] [FURTHER_ADDRESS]…";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "3" },
    applied: { type: "boolean", default: false },
    url: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

type Figure = Exclude<keyof Audit, "failures">;

/** Printed to be compared. */
const UNASKED = Number.POSITIVE_INFINITY;

/** What is asked of each figure, and how it is printed. */
const FIGURES: {
  figure: Figure;
  title: string;
  target: number;
  isCeiling: boolean;
  /** Asked of the landing page only. */
  isOfLanding?: boolean;
  print(value: number): string;
}[] = [
  { figure: "performance", title: "performance", target: 95, isCeiling: false, print: String },
  { figure: "accessibility", title: "accessibility", target: 100, isCeiling: false, print: String },
  { figure: "bestPractices", title: "best practices", target: 95, isCeiling: false, print: String },
  { figure: "seo", title: "SEO", target: 100, isCeiling: false, print: String },
  {
    figure: "lcpMs",
    title: "LCP, s",
    target: 2_000,
    isCeiling: true,
    isOfLanding: true,
    print: (ms) => (ms / 1000).toFixed(2),
  },
  { figure: "cls", title: "CLS", target: 0.02, isCeiling: true, isOfLanding: true, print: (shift) => shift.toFixed(3) },
  { figure: "tbtMs", title: "TBT, ms", target: 200, isCeiling: true, print: (ms) => ms.toFixed(0) },
  {
    figure: "brotliBytes",
    title: "JS Brotli, kB",
    target: 170_000,
    isCeiling: true,
    isOfLanding: true,
    print: toKilobytes,
  },
  { figure: "scriptBytes", title: "JS gzip, kB", target: UNASKED, isCeiling: true, print: toKilobytes },
  { figure: "totalBytes", title: "all bytes, kB", target: UNASKED, isCeiling: true, print: toKilobytes },
];

function toKilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}

function findShop(): string {
  if (values.url) return values.url;
  const home = path.resolve(process.env.KRATOS_HOME?.trim() || ".kratos");
  const run = readJson(path.join(home, "run.json"), z.object({ url: z.url() }));
  if (!run) throw new Error(`no shop runs here: start \`npm run demo\`, or name one by --url\n${HELP}`);
  return run.url;
}

/** The page of the game that the catalogue names first. */
async function findGamePage(shop: string): Promise<string> {
  const answer = await fetch(new URL("/api/games?limit=1", shop));
  const { items } = z.object({ items: z.array(z.object({ slug: z.string() })) }).parse(await answer.json());
  return `/games/${items[0]?.slug}`;
}

function toMedian(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function printTable(pages: { name: string; audits: Audit[] }[]): boolean {
  const rows = FIGURES.map(({ figure, title, target, isCeiling, isOfLanding, print }) => {
    const medians = pages.map(({ audits }) => toMedian(audits.map((audit) => audit[figure])));
    const isMet = (isOfLanding ? medians.slice(0, 1) : medians).every((median) =>
      isCeiling ? median <= target : median >= target,
    );
    const asked = Number.isFinite(target) ? `${isCeiling ? "≤" : "≥"} ${print(target)}` : "";
    return { cells: [title, asked, ...medians.map(print)], isMet };
  });
  const widths = pages.map(({ name }) => Math.max(12, name.length + 2));
  console.log(
    `${"".padEnd(16)}${"asked".padStart(10)}${pages.map(({ name }, i) => name.padStart(widths[i] ?? 12)).join("")}`,
  );
  for (const { cells, isMet } of rows) {
    const [title = "", asked = "", ...medians] = cells;
    const columns = medians.map((cell, i) => cell.padStart(widths[i] ?? 12)).join("");
    console.log(`${title.padEnd(16)}${asked.padStart(10)}${columns}${isMet ? "" : "   ✗"}`);
  }
  return rows.every(({ isMet }) => isMet);
}

async function main(): Promise<void> {
  if (values.help) return console.log(HELP);
  const runs = z.coerce.number().int().min(1).max(20).parse(values.runs);
  const shop = findShop();
  const lighthouse = await loadLighthouse();
  const addresses = ["/", "/games", await findGamePage(shop), ...positionals];
  const throttlingMethod = values.applied ? "devtools" : "simulate";
  const port = await getPort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const pages = [];
    for (const address of addresses) {
      const url = new URL(address, shop).href;
      // The first visit makes the pictures' small sizes, as the first visitor of a shop does.
      await auditPage(lighthouse, url, { port, throttlingMethod });
      const audits: Audit[] = [];
      for (let run = 0; run < runs; run += 1) audits.push(await auditPage(lighthouse, url, { port, throttlingMethod }));
      pages.push({ name: address, audits });
      for (const failure of new Set(audits.flatMap(({ failures }) => failures))) console.log(`${address}: ${failure}`);
    }
    if (!printTable(pages)) process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

await main();
