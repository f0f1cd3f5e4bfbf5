import { beforeAll, describe, expect, it } from "vitest";
import { GET as getSitemap } from "@/app/sitemaps/[file]/route";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createTestGame } from "@/lib/server/catalogue/test-catalogue";
import { GET as getIndex } from "./route";

const database = useTestDatabase();
const site = "http://localhost:3000";

async function read(route: typeof getIndex, params: Record<string, string> = {}) {
  const response = await route(new Request(`${site}/`), { params: Promise.resolve(params) });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

const readFile = (file: string) => read(getSitemap, { file });
const locsIn = (text: string) => [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc);

/** Names of the elements of a document; throws where one is not closed in its place. */
function listElements(xml: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  for (const [, isEnd, name = "", isEmpty] of xml.matchAll(/<(\/?)([a-z:]+)[^<>]*?(\/?)>/g)) {
    if (isEnd && open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    if (!isEnd) seen.push(name);
    if (!isEnd && !isEmpty) open.push(name);
  }
  if (open.length > 0) throw new Error(`<${open.join("> <")}> is not closed`);
  return seen;
}

beforeAll(async () => {
  const { db } = database;
  await createTestGame(db, { slug: "ember-tide", genres: ["strategy"], categories: ["co-op"], publisher: "lantern" });
  await createTestGame(db, { slug: "hidden", status: "draft", genres: ["secret"], publisher: "nobody" });
  await createTestGame(db, { slug: "gone", status: "delisted", publisher: "nobody" });
  for (const slug of ["hidden", "ember-tide"]) {
    const games = { create: { game: { connect: { slug } } } };
    await db.bundle.create({
      data: { slug: `${slug}-set`, title: slug, status: "published", discountPercent: 10, games },
    });
  }
  await db.game.update({ where: { slug: "ember-tide" }, data: { updatedAt: new Date("2026-03-01T23:59:00Z") } });
});

describe("the sitemaps", () => {
  it("are named by an index", async () => {
    const index = await read(getIndex);
    expect([index.status, index.type]).toEqual([200, "application/xml; charset=utf-8"]);
    expect(listElements(index.text)[0]).toBe("sitemapindex");
    expect(locsIn(index.text)).toEqual(["pages", "games", "publishers"].map((name) => `${site}/sitemaps/${name}.xml`));
  });

  it("have what is published in every language, each entry with all its languages and the day of its last edit", async () => {
    const { text } = await readFile("games.xml");
    expect(listElements(text).filter((name) => name === "xhtml:link")).toHaveLength(6);
    expect(locsIn(text)).toEqual([`${site}/games/ember-tide`, `${site}/es/games/ember-tide`]);
    expect(text.match(/<lastmod>2026-03-01<\/lastmod>/g)).toHaveLength(2);
    const links = [...text.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang, href]) => `${lang} ${href}`);
    expect(new Set(links)).toEqual(
      new Set([`en ${site}/games/ember-tide`, `es ${site}/es/games/ember-tide`, `x-default ${site}/games/ember-tide`]),
    );
  });

  it("have the pages of what holds a published game, and of nothing else", async () => {
    const { text } = await readFile("pages.xml");
    const inEnglish = locsIn(text).filter((loc) => !loc?.startsWith(`${site}/es`));
    const fixed = ["/", "/games", "/bundles", "/genres", "/categories", "/tags", "/publishers"];
    expect(inEnglish).toEqual(
      [...fixed, "/genres/strategy", "/categories/co-op", "/bundles/ember-tide-set"].map((path) => site + path),
    );
    expect(locsIn((await readFile("publishers.xml")).text)).toContain(`${site}/publishers/lantern`);
    expect(JSON.stringify([text, await readFile("publishers.xml")])).not.toMatch(/nobody|secret|hidden|gone/);
  });

  it("hold each game once, in one file beyond a batch and over all files of a shard", async () => {
    const { db } = database;
    const { publisherId } = await db.game.findFirstOrThrow({ where: { slug: "ember-tide" } });
    const row = { title: "Many", publisherId, status: "published", developer: "dev" } as const;
    await db.game.createMany({ data: Array.from({ length: 2100 }, (_, index) => ({ ...row, slug: `many-${index}` })) });
    const whole = locsIn((await readFile("games.xml")).text);
    expect([whole.length, new Set(whole).size]).toEqual([4202, 4202]);
    const files = await Promise.all([..."0123456789abcdef"].map((digit) => readFile(`games-${digit}.xml`)));
    expect(files.flatMap(({ text }) => locsIn(text)).toSorted()).toEqual(whole.toSorted());
  });

  it.each(["nope.xml", "games", "games-.xml", "games-g.xml", "games-00000.xml", "../games.xml", ""])(
    "are not there under %j",
    async (file) => {
      expect((await readFile(file)).status).toBe(404);
    },
  );
});
