-- The history of tasks had one row a game and knew no attempts: it is not carried over; the runs stay, ended.
DELETE FROM "pipeline_tasks";
UPDATE "pipeline_runs" SET state = 'failed', finished_at = now(), error = 'ended by an upgrade' WHERE finished_at IS NULL;

-- CreateEnum
CREATE TYPE "attempt_state" AS ENUM ('running', 'succeeded', 'failed', 'lost', 'paused', 'cancelled');

-- CreateEnum
CREATE TYPE "game_work_state" AS ENUM ('succeeded', 'skipped', 'failed');

-- AlterEnum
ALTER TYPE "run_trigger" ADD VALUE 'backfill';

-- AlterEnum
ALTER TABLE "pipeline_tasks" ALTER COLUMN "state" DROP DEFAULT;
CREATE TYPE "task_state_new" AS ENUM ('pending', 'running', 'retrying', 'succeeded', 'failed', 'upstream_failed', 'cancelled');
ALTER TABLE "pipeline_tasks" ALTER COLUMN "state" TYPE "task_state_new" USING ("state"::text::"task_state_new");
ALTER TYPE "task_state" RENAME TO "task_state_old";
ALTER TYPE "task_state_new" RENAME TO "task_state";
DROP TYPE "task_state_old";

-- DropForeignKey
ALTER TABLE "pipeline_tasks" DROP CONSTRAINT "pipeline_tasks_game_id_fkey";

-- DropIndex
DROP INDEX "pipeline_tasks_game_id_idx";

-- DropIndex
DROP INDEX "pipeline_tasks_run_id_id_idx";

-- AlterTable
ALTER TABLE "pipeline_runs" ADD COLUMN     "cancelled_at" TIMESTAMPTZ(3),
ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "game_slugs" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "is_forced" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "shards" INTEGER NOT NULL DEFAULT 1;

UPDATE "pipeline_runs" SET game_slugs = ARRAY[game_slug] WHERE game_slug IS NOT NULL;
ALTER TABLE "pipeline_runs" DROP COLUMN "game_slug";

-- AlterTable
ALTER TABLE "pipeline_tasks" DROP COLUMN "game_id",
ADD COLUMN     "after" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "is_mapped" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "job_id" UUID,
ADD COLUMN     "max_attempts" INTEGER NOT NULL,
ADD COLUMN     "output" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "position" INTEGER NOT NULL,
ADD COLUMN     "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "retry_at" TIMESTAMPTZ(3),
ADD COLUMN     "shard" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
ALTER COLUMN "state" SET DEFAULT 'pending',
ALTER COLUMN "attempt" SET DEFAULT 0,
ALTER COLUMN "started_at" DROP NOT NULL,
ALTER COLUMN "started_at" DROP DEFAULT;

-- CreateTable
CREATE TABLE "pipeline_attempts" (
    "task_id" BIGINT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "attempt_state" NOT NULL DEFAULT 'running',
    "worker" TEXT NOT NULL,
    "error" TEXT,
    "log" JSONB NOT NULL DEFAULT '[]',
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "pipeline_attempts_pkey" PRIMARY KEY ("task_id","number")
);

-- CreateTable
CREATE TABLE "pipeline_games" (
    "task_id" BIGINT NOT NULL,
    "game_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "state" "game_work_state" NOT NULL,
    "attempt" INTEGER NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "output" JSONB NOT NULL DEFAULT '{}',
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pipeline_games_pkey" PRIMARY KEY ("task_id","game_id")
);

-- CreateTable
CREATE TABLE "pipeline_schedules" (
    "pipeline" "pipeline_name" NOT NULL,
    "is_paused" BOOLEAN NOT NULL,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pipeline_schedules_pkey" PRIMARY KEY ("pipeline")
);

-- CreateTable
CREATE TABLE "pipeline_alerts" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recovered_at" TIMESTAMPTZ(3),
    "raise_sent_at" TIMESTAMPTZ(3),
    "recovery_sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "pipeline_alerts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "pipeline_games_run_id_state_idx" ON "pipeline_games"("run_id", "state");

-- CreateIndex
CREATE INDEX "pipeline_games_game_id_idx" ON "pipeline_games"("game_id");

-- CreateIndex
CREATE INDEX "pipeline_alerts_recovered_at_idx" ON "pipeline_alerts"("recovered_at");

-- CreateIndex
CREATE INDEX "pipeline_alerts_raised_at_idx" ON "pipeline_alerts"("raised_at" DESC);

-- CreateIndex
CREATE INDEX "pipeline_runs_changed_at_idx" ON "pipeline_runs"("changed_at");

-- CreateIndex
CREATE INDEX "pipeline_tasks_state_idx" ON "pipeline_tasks"("state");

-- CreateIndex
CREATE UNIQUE INDEX "pipeline_tasks_run_id_name_shard_key" ON "pipeline_tasks"("run_id", "name", "shard");

-- AddForeignKey
ALTER TABLE "pipeline_attempts" ADD CONSTRAINT "pipeline_attempts_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "pipeline_tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pipeline_games" ADD CONSTRAINT "pipeline_games_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "pipeline_tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pipeline_games" ADD CONSTRAINT "pipeline_games_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "pipeline_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pipeline_games" ADD CONSTRAINT "pipeline_games_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pipeline_schedules" ADD CONSTRAINT "pipeline_schedules_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One run of a pipeline is worked on at a time; others wait in line.
DROP INDEX "pipeline_runs_active_key";
CREATE UNIQUE INDEX "pipeline_runs_running_key" ON "pipeline_runs" (pipeline) WHERE state = 'running';
CREATE INDEX "pipeline_runs_queued_idx" ON "pipeline_runs" (pipeline, created_at) WHERE state = 'queued';

-- An alert is raised once until it has recovered.
CREATE UNIQUE INDEX "pipeline_alerts_open_key" ON "pipeline_alerts" (key) WHERE recovered_at IS NULL;

ALTER TABLE "pipeline_tasks"
  ADD CONSTRAINT "pipeline_tasks_progress_check" CHECK (progress BETWEEN 0 AND 1),
  ADD CONSTRAINT "pipeline_tasks_finished_check"
    CHECK ((state IN ('pending', 'running', 'retrying')) = (finished_at IS NULL));
