import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";

const shared = {
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
};

const env = {
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
  DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/none",
  NEXTAUTH_SECRET: "a-secret-for-tests-only-0123456789abcdef",
  CRON_SECRET: "a-cron-secret-for-tests",
  TZ: "America/Los_Angeles",
} as const;

/** next-intl names Next's modules as a bundler resolves them. */
const server = { deps: { inline: ["next-intl"] } };

const exclude = ["node_modules/**", ".next/**", ".kratos/**"];

/** Browser tests that change what every visitor sees, or that load the whole store: they run one at a time. */
const ALONE = [
  "buying",
  "cart",
  "consoles",
  "dashboards",
  "forecast",
  "hostile",
  "library",
  "pipelines",
  "reviews",
  "wishlist",
].map((name) => `e2e/${name}.e2e.ts`);

const browser = { globalSetup: "./e2e/store.ts", testTimeout: 90_000, hookTimeout: 90_000 } as const;

export default defineConfig({
  ...shared,
  test: {
    // Two cores would give one: most of the tests of the pipelines wait for engines, and for claims to lapse.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    projects: [
      {
        ...shared,
        test: { name: "unit", include: ["**/*.test.{ts,tsx}"], exclude: [...exclude, "**/*.db.test.ts"], env, server },
      },
      {
        ...shared,
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude,
          env,
          server,
          globalSetup: "./jobs/local/test-server.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          ...browser,
          name: "e2e",
          include: ["e2e/**/*.e2e.ts"],
          exclude: [...exclude, ...ALONE],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...shared,
        test: {
          ...browser,
          name: "e2e-alone",
          include: ALONE,
          exclude,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        ...shared,
        test: {
          name: "build",
          include: ["e2e/**/*.build.ts"],
          exclude,
          env,
          server,
          globalSetup: "./jobs/local/test-server.ts",
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
