"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Card } from "@/app/_components/ui/card";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { Tab, TabList, TabPanel, Tabs } from "@/app/_components/ui/tabs";
import { useRouter } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import { localizePath } from "@/lib/shared/locale";
import type { RunDetail } from "@/lib/shared/pipeline-views";
import { isActive } from "@/lib/shared/pipelines";
import { toTaskGroups } from "@/lib/shared/task-groups";
import { RunHeader } from "./run-header";
import { isRunView, type RunViewName } from "./run-views";
import { TaskDrawer } from "./task-drawer";
import { TaskGraph } from "./task-graph";
import { TaskTimeline } from "./task-timeline";
import { TasksTable } from "./tasks-table";
import { useLiveRun } from "./use-live-run";
import { useNow } from "./use-now";
import { usePageRefresh } from "./use-page-refresh";

/** Games that are done, over all mapped tasks. */
function countGames({ games }: RunDetail): number {
  return Object.values(games).reduce((sum, { succeeded, skipped, failed }) => sum + succeeded + skipped + failed, 0);
}

/** The shard to look at first: one that failed, else one that is worked on, else the first. */
function toFirstTask({ tasks }: RunDetail, name: string): string | null {
  const shards = tasks.filter((task) => task.name === name);
  const shown =
    shards.find(({ state }) => state === "failed") ?? shards.find(({ state }) => state === "running") ?? shards[0];
  return shown?.id ?? null;
}

type RunScreenProps = {
  run: RunDetail;
  now: number;
  view: RunViewName;
  /** A task to look at from the start, by name. */
  task: string | undefined;
  /** The list of games, which the server renders where it is looked at. */
  games: ReactNode;
};

/** A run's page, live: its state, and its tasks as a graph, on the clock, as a table and game by game. */
export function RunScreen({ run: rendered, now: renderedAt, view, task, games }: RunScreenProps) {
  const t = useTranslations("pipelines");
  const locale = useLocale();
  const { count } = useFormats();
  const router = useRouter();
  const run = useLiveRun(rendered);
  const now = useNow(renderedAt, isActive(run.state));
  const [shown, setShown] = useState(view);
  const [taskId, setTaskId] = useState(() => (task ? toFirstTask(rendered, task) : null));
  const groups = toTaskGroups(run.tasks);
  const total = countGames(run);
  const isListBehind = shown === "games" && total !== countGames(rendered);
  usePageRefresh(isListBehind ? `${total} games` : "");

  const show = (next: string) => {
    if (!isRunView(next)) return;
    setShown(next);
    const href = `/admin/pipelines/${run.id}?view=${next}`;
    // Only the games are the server's to render.
    if (next === "games") router.replace(href, { scroll: false });
    else window.history.replaceState(null, "", localizePath(href, locale));
  };
  const choose = (id: string | null) => {
    setTaskId(id);
    // A task that the address names would come back with the next reload.
    if (id === null && task) show(shown);
  };
  const openByName = (name: string) => setTaskId(toFirstTask(run, name));

  return (
    <>
      <RunHeader run={run} now={now} />
      <Tabs value={shown} onValueChange={show}>
        <TabList aria-label={t("run.views.label")}>
          <Tab value="graph">{t("run.views.graph")}</Tab>
          <Tab value="timeline">{t("run.views.timeline")}</Tab>
          <Tab value="tasks">{t("run.views.tasks")}</Tab>
          <Tab value="games">{t(total > 0 ? "run.views.gamesCount" : "run.views.games", { games: count(total) })}</Tab>
        </TabList>
        <TabPanel value="graph">
          <Card className="p-4">
            {groups.length === 0 ? (
              <p className="text-muted text-sm">{t("run.noTasksYet")}</p>
            ) : (
              <TaskGraph groups={groups} games={run.games} now={now} onOpen={openByName} />
            )}
          </Card>
        </TabPanel>
        <TabPanel value="timeline">
          <Card className="p-4">
            <TaskTimeline run={run} now={now} onOpen={setTaskId} />
          </Card>
        </TabPanel>
        <TabPanel value="tasks">
          <TasksTable groups={groups} tasks={run.tasks} now={now} onOpen={openByName} />
        </TabPanel>
        <TabPanel value="games" className="grid grid-cols-[minmax(0,1fr)] gap-5">
          {games || <Skeleton className="h-96" />}
        </TabPanel>
      </Tabs>
      <TaskDrawer run={run} taskId={taskId} onChoose={choose} />
    </>
  );
}
