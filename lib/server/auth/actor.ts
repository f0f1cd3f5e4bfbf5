import type { Role } from "@/prisma/generated/enums";

/** Who asks: commands and queries decide by it what may be done and seen. */
export type Actor = {
  userId: string;
  sessionId: string;
  role: Role;
  name: string;
  email: string;
  /** What the user chose to shop in; null while nothing was chosen. */
  currency: string | null;
};
