import { createHash } from "node:crypto";

/** A UUID (version 8) that is a function of its name alone. */
export function namedUuid(name: string): string {
  const hex = createHash("sha256").update(`kratos demo ${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
