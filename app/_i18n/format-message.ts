import type { CompiledMessage } from "icu-minify/format";
import formatCompiled from "use-intl/format-message/format-only";
import { compileText } from "./compile-messages";

const compiled = new Map<string, CompiledMessage>();

function compileOnce(text: string): CompiledMessage {
  const known = compiled.get(text) ?? compileText(text);
  compiled.set(text, known);
  return known;
}

/**
 * The formatter of the server's bundles (see `next.config.ts`): server components bring messages as they are written,
 * client components, which are rendered here first, those that were compiled for browsers.
 */
export default function formatMessage(
  key: string,
  message: CompiledMessage,
  values: Parameters<typeof formatCompiled>[2],
  options: Parameters<typeof formatCompiled>[3],
): ReturnType<typeof formatCompiled> {
  return formatCompiled(key, typeof message === "string" ? compileOnce(message) : message, values, options);
}

/** The library asks by this whether messages can be had as they are written: compiled ones cannot. */
formatMessage.raw = false;
