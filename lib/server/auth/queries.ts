import type { Actor } from "./actor";

export async function findActor(): Promise<Actor | null> {
  return null;
}
