import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { z } from "zod";
import { AppError } from "@/lib/server/errors";
import { localizePath } from "@/lib/shared/locale";

/** The parameters of an address as Next gives them to a page. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Reads a page's parameters; an address that makes no sense leads to the page without any. */
export async function readSearchParams<Schema extends z.ZodType>(
  schema: Schema,
  searchParams: SearchParams,
  path: string,
): Promise<z.output<Schema>> {
  const given = Object.entries(await searchParams).filter(([, value]) => value !== "");
  const result = schema.safeParse(Object.fromEntries(given));
  if (!result.success) redirect(localizePath(path, await getLocale()));
  return result.data;
}

/** What a query gives; a cursor that it refuses leads to the first page. */
export async function orFirstPage<Result>(query: Promise<Result>, path: string): Promise<Result> {
  try {
    return await query;
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid_input") redirect(localizePath(path, await getLocale()));
    throw error;
  }
}

/** An address with parameters; those that are empty are left out. */
export function toHref(path: string, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
