import type { z } from "zod";
import type { OpenedShopper } from "./open-shopper";

/** An answer about a shopper's things, in the shape of `output`, that keeps or drops the guest's cookie. */
export function answerShopper<Output extends z.ZodType>(
  { headers }: OpenedShopper,
  output: Output,
  value: z.input<Output>,
  status = 200,
): Response {
  return Response.json(output.parse(value), { status, headers: { "cache-control": "no-store", ...headers } });
}

/** The answer where there is nothing to say but that it is done. */
export function answerDone({ headers }: OpenedShopper): Response {
  return new Response(null, { status: 204, headers: { "cache-control": "no-store", ...headers } });
}

/** Whether anything can be theirs: a guest without a cookie has nothing yet. */
export function hasIdentity({ shopper }: OpenedShopper): boolean {
  return shopper.userId !== null || shopper.guestToken !== null;
}
