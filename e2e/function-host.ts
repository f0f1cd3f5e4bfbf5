import { createServer, type RequestListener } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * Answers by an unpacked function of Vercel's: `node function-host.ts FOLDER HANDLER` tells its parent the port. The
 * function's own folder is all that it can load from.
 */
const [folder = "", handler = ""] = process.argv.slice(2);
const loaded: unknown = createRequire(path.join(folder, "start.cjs"))(path.join(folder, handler));
if (typeof loaded !== "function") throw new Error(`${handler} exports no function`);
const server = createServer(loaded as RequestListener);
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(address && typeof address === "object" ? address.port : 0);
});
process.once("disconnect", () => process.exit());
