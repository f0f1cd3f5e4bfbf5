import type { Page } from "playwright-core";

/** What went wrong on a page that its user would not see. */
export type PageWatch = {
  problems: readonly string[];
  /** Says that an answer with this status is wanted, such as the 404 of a page that must not be found. */
  allowStatus(status: number): void;
};

/**
 * A navigation away ends what the last page was still loading, and prefetches are given up freely; a test that takes the
 * network away wants nothing to get through.
 */
const WANTED_FAILURES = ["net::ERR_ABORTED", "net::ERR_INTERNET_DISCONNECTED"];

/** Collects console errors, exceptions, failed requests, error statuses and violations of the content policy. */
export function watchPage(page: Page, baseUrl: string, hasScripts = true): PageWatch {
  const problems: string[] = [];
  const allowed = new Set<number>();
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    // The browser's own line on an answer with an error status; `response` below judges those.
    if (message.text().startsWith("Failed to load resource")) return;
    problems.push(`console: ${message.text()} (${page.url()})`);
  });
  page.on("pageerror", (error) => problems.push(`exception: ${error.message} (${page.url()})`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "unknown";
    // Where no script may run, the browser holds back what it would have fetched ahead for them.
    if (!hasScripts && request.resourceType() === "script") return;
    if (!WANTED_FAILURES.includes(why)) problems.push(`request failed: ${request.method()} ${request.url()}: ${why}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(baseUrl) && /^https?:/.test(url)) problems.push(`request to another host: ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() < 400 || allowed.has(response.status())) return;
    problems.push(`status ${response.status()}: ${response.request().method()} ${response.url()}`);
  });
  return { problems, allowStatus: (status) => allowed.add(status) };
}
