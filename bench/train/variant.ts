import { VARIANTS } from "./variants";

/** `variant.ts NAME`: measures one variant in this process and prints it as JSON on the last line. */
const [name = ""] = process.argv.slice(2);
const measure = VARIANTS[name];
if (!measure) throw new Error(`unknown variant ${name}: ${Object.keys(VARIANTS).join(", ")}`);
console.log(JSON.stringify(await measure()));
process.exit(0);
