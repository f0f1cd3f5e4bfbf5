import net from "node:net";
import { startFauxqs } from "fauxqs";

/** `s3-server.ts PORT FOLDER`: the S3 server that `startLocalS3` runs as its child. */
async function main([port, dataDir]: string[]): Promise<void> {
  listenOnLoopbackOnly();
  const server = await startFauxqs({ port: Number(port), host: "127.0.0.1", dataDir, logger: false });
  const stop = () => void server.stop().then(() => process.exit(0));
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.send?.({ ready: true });
}

/** The server listens on every interface whatever its `host` says, and checks no signature: this keeps it inside. */
function listenOnLoopbackOnly(): void {
  const listen = net.Server.prototype.listen;
  net.Server.prototype.listen = function (this: net.Server, options: net.ListenOptions, ...rest: unknown[]) {
    return Reflect.apply(listen, this, [{ ...options, host: "127.0.0.1" }, ...rest]);
  } as typeof listen;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
