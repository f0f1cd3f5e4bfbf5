import { expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { PIPELINE_TASKS } from "@/jobs/pipelines/dags";
import { runTasks } from "@/jobs/pipelines/test-context";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { parseSalesCsv } from "./sales-csv";
import { salesCsvKey } from "./sales-manifest";
import { etlTasks } from "./tasks";
import { TestShop } from "./test-shop";

const database = useTestDatabase();

it("a bundle's discount is money that did not come in, and no price of the day", async () => {
  const { db } = database;
  const shop = await new TestShop(db).open();
  await shop.game({ slug: "ember", release: "2026-03-01", priceCents: 2000 });
  await shop.price("ember", "2026-03-01", 2000);
  await shop.promotion("ember", { from: "2026-03-02T00:00:00Z", to: "2026-03-03T00:00:00Z" }, 50);
  const bundle = await db.bundle.create({ data: { slug: "set", title: "Set", discountPercent: 20 } });
  for (const at of ["2026-03-01T10:00:00Z", "2026-03-02T10:00:00Z"]) {
    const isReduced = at.includes("-02T");
    const order = await shop.sell({ game: "ember", at, cents: isReduced ? 800 : 1600 });
    const data = { listPriceCents: 2000, discountPercent: isReduced ? 50 : 0, bundleId: bundle.id, bundlePercent: 20 };
    await db.orderItem.updateMany({ where: { orderId: order.id }, data });
  }
  const storage = new MemoryStorage();
  await runTasks(PIPELINE_TASKS.etl, etlTasks, { db, storage, day: "2026-03-03", gameSlugs: null });
  const days = parseSalesCsv(await storage.getText(salesCsvKey(shop.id("ember"))), "ember");
  expect(
    days.map(({ date, units, revenueCents, unitPriceCents, discountRate }) => [
      date,
      units,
      revenueCents,
      unitPriceCents,
      discountRate,
    ]),
  ).toEqual([
    ["2026-03-01", 1, 1600, 2000, 0],
    ["2026-03-02", 1, 800, 2000, 0.5],
    ["2026-03-03", 0, 0, 2000, 0],
  ]);
});
