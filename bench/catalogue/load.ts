import { Agent, get } from "node:http";
import { Random } from "@/jobs/simulate/random";
import { drawQuestion, type Kind, type Question, type Vocabulary } from "./mix";

/** How a run asks: `thinkMs` is the time between a client's questions, 0 for as fast as answers come. */
export type LoadOptions = {
  port: number;
  way: "api" | "naive";
  clients: number;
  seconds: number;
  thinkMs: number;
  seed: number;
  words: Vocabulary;
};

/** Milliseconds that each answer took, by kind, and the answers a second. */
export type Load = { times: Record<Kind, number[]>; perSecond: number; failed: number };

const PATHS: Record<"api" | "naive", Record<Kind, string>> = {
  api: {
    listing: "/api/games",
    "deep page": "/api/games",
    "text search": "/api/games",
    "faceted search": "/api/catalogue/facets",
    suggestions: "/api/search/suggest",
  },
  naive: {
    listing: "/naive/games",
    "deep page": "/naive/games",
    "text search": "/naive/games",
    "faceted search": "/naive/facets",
    suggestions: "/naive/suggest",
  },
};

function ask(agent: Agent, port: number, path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, agent }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      answer.on("error", reject);
    }).on("error", reject);
  });
}

/** A client's walk through a list, a page at a time. */
class Walk {
  #query = "";
  #depth = 0;
  #cursor: string | null = null;

  /** Where the next page is; the question's own list where there is no walk. */
  next({ kind, query }: Question, way: "api" | "naive"): string {
    if (kind !== "deep page" || !this.#cursor) return query;
    const from = way === "api" ? `cursor=${this.#cursor}` : `offset=${24 * this.#depth}`;
    return `${this.#query}&${from}`;
  }

  follow(question: Question, way: "api" | "naive", text: string): void {
    if (question.kind !== "listing" && question.kind !== "deep page") return;
    const cursor = /"nextCursor":"([^"]+)"/.exec(text)?.[1] ?? null;
    if (question.kind === "listing" || !this.#cursor) this.#query = question.query;
    this.#depth = question.kind === "listing" ? 1 : this.#depth + 1;
    // The naive way has no cursors: its walks go on by depth.
    this.#cursor = cursor ?? (way === "naive" && text.includes('"items":[{') ? "by depth" : null);
  }
}

/** Lets the clients ask for some seconds. */
export async function runLoad(options: LoadOptions): Promise<Load> {
  const { port, way, clients, seconds, thinkMs, seed, words } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times = {
    listing: [],
    "deep page": [],
    "text search": [],
    "faceted search": [],
    suggestions: [],
  } as Load["times"];
  const startedAt = performance.now();
  let failed = 0;
  let answers = 0;
  const runClient = async (client: number) => {
    const random = new Random(seed, `client ${client}`);
    const walk = new Walk();
    await new Promise((resolve) => setTimeout(resolve, random.float() * thinkMs));
    while (performance.now() - startedAt < seconds * 1000) {
      const question = drawQuestion(random, words);
      const askedAt = performance.now();
      const { status, text } = await ask(agent, port, `${PATHS[way][question.kind]}?${walk.next(question, way)}`);
      const took = performance.now() - askedAt;
      walk.follow(question, way, text);
      times[question.kind].push(took);
      answers += 1;
      if (status !== 200) failed += 1;
      if (took < thinkMs) await new Promise((resolve) => setTimeout(resolve, thinkMs - took));
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => runClient(client)));
  const perSecond = answers / ((performance.now() - startedAt) / 1000);
  agent.destroy();
  return { times, perSecond, failed };
}
