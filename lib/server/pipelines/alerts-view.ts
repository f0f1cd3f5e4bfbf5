import type { PipelineAlert } from "@/lib/shared/pipeline-views";
import type { Db } from "../db";

/** Alerts that have not recovered, newest first. */
export async function listOpenAlerts(db: Db): Promise<PipelineAlert[]> {
  const rows = await db.pipelineAlert.findMany({ where: { recoveredAt: null }, orderBy: { raisedAt: "desc" } });
  return rows.map(({ id, key, message, raisedAt }) => ({
    id: String(id),
    key,
    message,
    raisedAt: raisedAt.toISOString(),
    recoveredAt: null,
  }));
}

/** A text that changes with every alert that is raised or recovers and with every schedule that is changed. */
export async function readOperationsMark(db: Db): Promise<string> {
  const [open, schedules] = await Promise.all([
    db.pipelineAlert.findMany({ where: { recoveredAt: null }, select: { id: true }, orderBy: { id: "asc" } }),
    db.pipelineSchedule.findMany({ select: { pipeline: true, isPaused: true }, orderBy: { pipeline: "asc" } }),
  ]);
  const paused = schedules.filter(({ isPaused }) => isPaused).map(({ pipeline }) => pipeline);
  return `alerts ${open.map(({ id }) => id).join()} paused ${paused.join()}`;
}
