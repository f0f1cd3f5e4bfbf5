import {
  Ban,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleSlash,
  CircleX,
  HeartCrack,
  Loader,
  type LucideIcon,
  OctagonX,
  RotateCw,
  TriangleAlert,
} from "lucide-react";
import { Badge } from "@/app/_components/ui/badge";
import type { GameWorkState, PipelineAttempt, PipelineRun, RunState, TaskState } from "@/lib/shared/pipelines";

type Tone = "neutral" | "primary" | "success" | "warning" | "danger";

/** A state's name, mark and colour. */
export type Look = { name: string; tone: Tone; Icon: LucideIcon };

const runLooks: Record<RunState, Look> = {
  queued: { name: "Waiting", tone: "neutral", Icon: CircleDashed },
  running: { name: "Running", tone: "primary", Icon: Loader },
  succeeded: { name: "Succeeded", tone: "success", Icon: CircleCheck },
  succeeded_with_failures: { name: "Partly failed", tone: "warning", Icon: TriangleAlert },
  failed: { name: "Failed", tone: "danger", Icon: CircleX },
  cancelled: { name: "Cancelled", tone: "neutral", Icon: Ban },
};

const stalledLook: Look = { name: "No sign of life", tone: "danger", Icon: HeartCrack };
const cancellingLook: Look = { name: "Ending", tone: "warning", Icon: OctagonX };

/** Names, marks and colours of the states of a task. */
export const TASK_LOOKS: Record<TaskState, Look> = {
  pending: { name: "Waiting", tone: "neutral", Icon: CircleDashed },
  running: { name: "Running", tone: "primary", Icon: Loader },
  retrying: { name: "Trying again", tone: "warning", Icon: RotateCw },
  succeeded: { name: "Succeeded", tone: "success", Icon: CircleCheck },
  failed: { name: "Failed", tone: "danger", Icon: CircleX },
  upstream_failed: { name: "Not done", tone: "neutral", Icon: CircleSlash },
  cancelled: { name: "Cancelled", tone: "neutral", Icon: Ban },
};

/** Names, marks and colours of the states of an attempt. */
export const ATTEMPT_LOOKS: Record<PipelineAttempt["state"], Look> = {
  running: { name: "Running", tone: "primary", Icon: Loader },
  succeeded: { name: "Succeeded", tone: "success", Icon: CircleCheck },
  failed: { name: "Failed", tone: "danger", Icon: CircleX },
  lost: { name: "Lost", tone: "danger", Icon: HeartCrack },
  paused: { name: "Paused", tone: "neutral", Icon: CirclePause },
  cancelled: { name: "Cancelled", tone: "neutral", Icon: Ban },
};

/** Names, marks and colours of what came of a game. */
export const GAME_LOOKS: Record<GameWorkState, Look> = {
  succeeded: { name: "Succeeded", tone: "success", Icon: CircleCheck },
  skipped: { name: "Skipped", tone: "neutral", Icon: CircleSlash },
  failed: { name: "Failed", tone: "danger", Icon: CircleX },
};

/** Surface, border and mark of something in a tone. */
export const TONES: Record<Tone, string> = {
  neutral: "border-line bg-raised text-muted",
  primary: "border-primary/50 bg-primary/15 text-primary",
  success: "border-success/40 bg-success/12 text-success",
  warning: "border-warning/50 bg-warning/15 text-warning",
  danger: "border-danger/50 bg-danger/15 text-danger",
};

/** How a run's state is shown: what is about to change comes before what it is. */
export function toRunLook(run: Pick<PipelineRun, "state" | "isStalled" | "isCancelling">): Look {
  if (run.isStalled) return stalledLook;
  return run.isCancelling ? cancellingLook : runLooks[run.state];
}

export function StateBadge({ look: { name, tone, Icon } }: { look: Look }) {
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className="size-3.5" />
      {name}
    </Badge>
  );
}

export function RunStateBadge({ run }: { run: Pick<PipelineRun, "state" | "isStalled" | "isCancelling"> }) {
  return <StateBadge look={toRunLook(run)} />;
}

export function TaskStateBadge({ state }: { state: TaskState }) {
  return <StateBadge look={TASK_LOOKS[state]} />;
}
