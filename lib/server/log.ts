import pino from "pino";

/** The log: one JSON line an event, named by a dotted constant such as `order.paid`. Secrets are cut out. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: ["password", "*.password", "token", "*.token", "authorization", "cookie"], censor: "[cut]" },
  serializers: { err: pino.stdSerializers.errWithCause },
});
