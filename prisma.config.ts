import "dotenv/config";
import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  experimental: { externalTables: true },
  tables: { external: ["public.staging_sales_data"] },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
