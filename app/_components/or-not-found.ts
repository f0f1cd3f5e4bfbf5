import { notFound } from "next/navigation";
import { AppError } from "@/lib/server/errors";

/** What a query gives, or the 404 page where it says that there is nothing. */
export async function orNotFound<Result>(query: Promise<Result>): Promise<Result> {
  try {
    return await query;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
