import type { z } from "zod";

/** The text of a form's field; undefined where it is empty. */
export function readText(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" && value.trim() ? value.trim() : undefined;
}

/** What is wrong, by the field that it is about. */
export function toFieldErrors(error: z.ZodError | undefined): Record<string, string> {
  return Object.fromEntries(error?.issues.map(({ path, message }) => [String(path[0] ?? ""), message]) ?? []);
}
