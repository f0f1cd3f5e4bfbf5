import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  HeartCrack,
  Loader,
  type LucideIcon,
  TriangleAlert,
} from "lucide-react";
import { Badge } from "@/app/_components/ui/badge";
import type { PipelineRun, PipelineTask, RunState } from "@/lib/shared/pipelines";

type Tone = "neutral" | "primary" | "success" | "warning" | "danger";
type Look = { name: string; tone: Tone; Icon: LucideIcon };

const runLooks: Record<RunState, Look> = {
  queued: { name: "Waiting", tone: "neutral", Icon: CircleDashed },
  running: { name: "Running", tone: "primary", Icon: Loader },
  succeeded: { name: "Succeeded", tone: "success", Icon: CircleCheck },
  succeeded_with_failures: { name: "Partly failed", tone: "warning", Icon: TriangleAlert },
  failed: { name: "Failed", tone: "danger", Icon: CircleX },
  cancelled: { name: "Cancelled", tone: "neutral", Icon: Ban },
};

const stalledLook: Look = { name: "No sign of life", tone: "danger", Icon: HeartCrack };

/** Names, marks and colours of the states of a task. */
export const TASK_LOOKS: Record<PipelineTask["state"], Look> = {
  running: { name: "Running", tone: "primary", Icon: Loader },
  succeeded: { name: "Succeeded", tone: "success", Icon: CircleCheck },
  skipped: { name: "Skipped", tone: "neutral", Icon: CircleSlash },
  failed: { name: "Failed", tone: "danger", Icon: CircleX },
};

function StateBadge({ name, tone, Icon }: Look) {
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className="size-3.5" />
      {name}
    </Badge>
  );
}

export function RunStateBadge({ run }: { run: Pick<PipelineRun, "state" | "isStalled"> }) {
  return <StateBadge {...(run.isStalled ? stalledLook : runLooks[run.state])} />;
}

export function TaskStateBadge({ state }: { state: PipelineTask["state"] }) {
  return <StateBadge {...TASK_LOOKS[state]} />;
}
