import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine as SchemaEngineClass } from "@prisma/schema-engine-wasm";
// The package's entry point imports the .wasm file as a module, which Node does not do: it is instantiated here by hand.
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { MigrationAdapterFactory } from "./migration-adapter";

const require = createRequire(import.meta.url);

type WasmBindings = {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: typeof SchemaEngineClass;
};

/** Where the engine leaves the text of a panic; without it a panic hides its reason. */
const panics = {
  message: "",
  set_message(message: string): void {
    panics.message = message;
  },
};

let loaded: Promise<typeof SchemaEngineClass> | undefined;

async function instantiate(): Promise<typeof SchemaEngineClass> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics });
  const glue = bindings as WasmBindings;
  const file = path.join(path.dirname(require.resolve("@prisma/schema-engine-wasm")), "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return glue.SchemaEngine;
}

/** Opens Prisma's WebAssembly schema engine on a database, uses it and closes it; no native engine is downloaded. */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  use: (engine: SchemaEngineClass) => Promise<Result>,
): Promise<Result> {
  loaded ??= instantiate();
  const SchemaEngine = await loaded;
  const factory = new MigrationAdapterFactory(databaseUrl);
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(factory);
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    return await use(engine).finally(() => engine.free());
  } finally {
    await factory.close();
  }
}
