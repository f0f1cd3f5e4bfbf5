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
import { useTranslations } from "next-intl";
import { Badge } from "@/app/_components/ui/badge";
import type { Messages } from "@/lib/shared/messages/en";
import type { GameWorkState, PipelineAttempt, PipelineRun, RunState, TaskState } from "@/lib/shared/pipelines";

type Tone = "neutral" | "primary" | "success" | "warning" | "danger";

type StateTexts = Pick<Messages["pipelines"], "runStates" | "taskStates" | "attemptStates" | "gameStates">;

/** Names a state, as a key of the messages `pipelines`. */
type StateText = {
  [Group in keyof StateTexts]: `${Group}.${Extract<keyof StateTexts[Group], string>}`;
}[keyof StateTexts];

/** A state's name, mark and colour. */
export type Look = { text: StateText; tone: Tone; Icon: LucideIcon };

const runLooks: Record<RunState, Look> = {
  queued: { text: "runStates.queued", tone: "neutral", Icon: CircleDashed },
  running: { text: "runStates.running", tone: "primary", Icon: Loader },
  succeeded: { text: "runStates.succeeded", tone: "success", Icon: CircleCheck },
  succeeded_with_failures: { text: "runStates.succeeded_with_failures", tone: "warning", Icon: TriangleAlert },
  failed: { text: "runStates.failed", tone: "danger", Icon: CircleX },
  cancelled: { text: "runStates.cancelled", tone: "neutral", Icon: Ban },
};

const stalledLook: Look = { text: "runStates.stalled", tone: "danger", Icon: HeartCrack };
const cancellingLook: Look = { text: "runStates.cancelling", tone: "warning", Icon: OctagonX };

/** Names, marks and colours of the states of a task. */
export const TASK_LOOKS: Record<TaskState, Look> = {
  pending: { text: "taskStates.pending", tone: "neutral", Icon: CircleDashed },
  running: { text: "taskStates.running", tone: "primary", Icon: Loader },
  retrying: { text: "taskStates.retrying", tone: "warning", Icon: RotateCw },
  succeeded: { text: "taskStates.succeeded", tone: "success", Icon: CircleCheck },
  failed: { text: "taskStates.failed", tone: "danger", Icon: CircleX },
  upstream_failed: { text: "taskStates.upstream_failed", tone: "neutral", Icon: CircleSlash },
  cancelled: { text: "taskStates.cancelled", tone: "neutral", Icon: Ban },
};

/** Names, marks and colours of the states of an attempt. */
export const ATTEMPT_LOOKS: Record<PipelineAttempt["state"], Look> = {
  running: { text: "attemptStates.running", tone: "primary", Icon: Loader },
  succeeded: { text: "attemptStates.succeeded", tone: "success", Icon: CircleCheck },
  failed: { text: "attemptStates.failed", tone: "danger", Icon: CircleX },
  lost: { text: "attemptStates.lost", tone: "danger", Icon: HeartCrack },
  paused: { text: "attemptStates.paused", tone: "neutral", Icon: CirclePause },
  cancelled: { text: "attemptStates.cancelled", tone: "neutral", Icon: Ban },
};

/** Names, marks and colours of what came of a game. */
export const GAME_LOOKS: Record<GameWorkState, Look> = {
  succeeded: { text: "gameStates.succeeded", tone: "success", Icon: CircleCheck },
  skipped: { text: "gameStates.skipped", tone: "neutral", Icon: CircleSlash },
  failed: { text: "gameStates.failed", tone: "danger", Icon: CircleX },
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

export function StateBadge({ look: { text, tone, Icon } }: { look: Look }) {
  const t = useTranslations("pipelines");
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className="size-3.5" />
      {t(text)}
    </Badge>
  );
}

export function RunStateBadge({ run }: { run: Pick<PipelineRun, "state" | "isStalled" | "isCancelling"> }) {
  return <StateBadge look={toRunLook(run)} />;
}

export function TaskStateBadge({ state }: { state: TaskState }) {
  return <StateBadge look={TASK_LOOKS[state]} />;
}
