import { hostname } from "node:os";

/** This process, as operators see it beside the attempts that it makes. */
export const PROCESS_NAME = `${hostname()}:${process.pid}`;
