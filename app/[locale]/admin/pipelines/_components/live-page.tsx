"use client";

import type { RunView } from "@/lib/shared/pipeline-views";
import { useLivePage } from "./use-live-runs";

/** Keeps the list of the pipelines live while it is open; stands beside what it shows. */
export function LivePage({ runs, mark }: { runs: readonly RunView[]; mark: string }) {
  useLivePage(runs, mark);
  return null;
}
