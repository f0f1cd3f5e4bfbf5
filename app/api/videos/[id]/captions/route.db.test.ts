import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createTestGame } from "@/lib/server/catalogue/test-catalogue";
import { GET } from "./route";

const database = useTestDatabase();

async function addVideo(slug: string, options: { status?: "draft"; kind?: "hero" } = {}): Promise<string> {
  const gameId = await createTestGame(database.db, { slug, status: options.status ?? "published" });
  const media = { gameId, kind: options.kind ?? "video", alt: "A wolf", width: 640, height: 360 } as const;
  const { id } = await database.db.media.create({
    data: { ...media, storageKey: "kratos/media/a.webm", durationMs: 5000 },
  });
  return id;
}

const get = async (id: string) => {
  const response = await GET(new Request("http://localhost/api/videos"), { params: Promise.resolve({ id }) });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
};

test("answers with what a video shows", async () => {
  expect(await get(await addVideo("one"))).toEqual({
    status: 200,
    type: "text/vtt; charset=utf-8",
    text: expect.stringContaining("A wolf"),
  });
});

test("has none for a picture, a draft's video, and what is not there", async () => {
  const ids = [
    await addVideo("two", { kind: "hero" }),
    await addVideo("three", { status: "draft" }),
    randomUUID(),
    "x",
  ];
  for (const id of ids) expect((await get(id)).status).toBe(404);
});
