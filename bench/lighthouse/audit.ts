import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { z } from "zod";
import { installExtraPackages } from "@/jobs/local/extra-packages";

/** What Lighthouse found of one page: scores from 0 to 100, times in milliseconds, sizes in bytes as transferred. */
export type Audit = {
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  lcpMs: number;
  cls: number;
  tbtMs: number;
  /** Scripts as this server sent them: Next's own server compresses by gzip only. */
  scriptBytes: number;
  /** The same scripts by Brotli at its best, as Vercel and other delivery networks send them. */
  brotliBytes: number;
  totalBytes: number;
  /** Audits of the categories that did not pass, by their titles. */
  failures: string[];
};

const categorySchema = z.object({
  score: z.number().nullable(),
  auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
});

const auditSchema = z.object({
  title: z.string(),
  score: z.number().nullable(),
  scoreDisplayMode: z.string(),
  numericValue: z.number().optional(),
  details: z.looseObject({ items: z.unknown().optional() }).optional(),
});

const reportSchema = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.object({
    performance: categorySchema,
    accessibility: categorySchema,
    "best-practices": categorySchema,
    seo: categorySchema,
  }),
  audits: z.record(z.string(), auditSchema),
});

type Report = z.infer<typeof reportSchema>;

const lighthouseSchema = z.object({ default: z.custom<RunLighthouse>((value) => typeof value === "function") });

type RunLighthouse = (url: string, flags: Record<string, unknown>) => Promise<{ lhr: unknown } | undefined>;

/** Loads Lighthouse, which only this benchmark installs. */
export async function loadLighthouse(): Promise<RunLighthouse> {
  const packages = await installExtraPackages(import.meta.dirname, "lighthouse/core/index.js");
  const file = pathToFileURL(path.join(packages, "lighthouse/core/index.js")).href;
  return lighthouseSchema.parse(await import(file)).default;
}

const requestSchema = z.object({
  url: z.string(),
  resourceType: z.string().optional(),
  transferSize: z.number().optional(),
});

type Requested = z.infer<typeof requestSchema>;

function listRequests({ audits }: Report): Requested[] {
  return z.array(requestSchema).parse(audits["network-requests"]?.details?.items);
}

function sumTransferred(requests: Requested[]): number {
  return requests.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
}

const compress = promisify(brotliCompress);

async function sumBrotli(requests: Requested[]): Promise<number> {
  let sum = 0;
  for (const { url } of requests) sum += (await compress(await (await fetch(url)).arrayBuffer())).byteLength;
  return sum;
}

function listFailures({ categories, audits }: Report): string[] {
  const counted = [categories.accessibility, categories["best-practices"], categories.seo].flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id),
  );
  return [...new Set(counted)].flatMap((id) => {
    const audit = audits[id];
    return audit && audit.score !== null && audit.score < 0.9 ? [audit.title] : [];
  });
}

async function toAudit(report: Report): Promise<Audit> {
  const requests = listRequests(report);
  const scripts = requests.filter(({ resourceType }) => resourceType === "Script");
  const score = ({ score }: { score: number | null }) => Math.round((score ?? 0) * 100);
  const value = (id: string) => report.audits[id]?.numericValue ?? Number.NaN;
  return {
    performance: score(report.categories.performance),
    accessibility: score(report.categories.accessibility),
    bestPractices: score(report.categories["best-practices"]),
    seo: score(report.categories.seo),
    lcpMs: value("largest-contentful-paint"),
    cls: value("cumulative-layout-shift"),
    tbtMs: value("total-blocking-time"),
    scriptBytes: sumTransferred(scripts),
    brotliBytes: await sumBrotli(scripts),
    totalBytes: sumTransferred(requests),
    failures: listFailures(report),
  };
}

/** How the phone's slowness comes about: worked out from a fast load, or by slowing the load itself down. */
export type Throttling = "simulate" | "devtools";

/** Audits a page as Lighthouse's phone sees it: slow 4G and a four times slower processor. */
export async function auditPage(
  run: RunLighthouse,
  url: string,
  { port, throttlingMethod }: { port: number; throttlingMethod: Throttling },
): Promise<Audit> {
  const result = await run(url, { port, throttlingMethod, logLevel: "error", output: "json" });
  const report = reportSchema.parse(result?.lhr);
  if (report.runtimeError) throw new Error(`${url}: ${report.runtimeError.message}`);
  return toAudit(report);
}
