import { z } from "zod";
import { daySchema } from "@/lib/shared/day-schema";

/** What the seeding process reports; the day is null where the database holds other games than the demo's. */
export const seedMessageSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("progress"), step: z.string(), fraction: z.number() }),
  z.object({ kind: z.literal("done"), day: daySchema.nullable() }),
]);

/** What the seeding process reports. */
export type SeedMessage = z.infer<typeof seedMessageSchema>;
