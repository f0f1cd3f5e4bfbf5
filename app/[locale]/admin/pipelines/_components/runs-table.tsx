"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/app/_components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/app/_components/ui/table";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import type { RunView } from "@/lib/shared/pipeline-views";
import { isActive } from "@/lib/shared/pipelines";
import { CountsList } from "./counts";
import { RunProgress } from "./run-progress";
import { RunStateBadge } from "./run-state";
import { useNewestRuns } from "./use-live-runs";
import { useRunFacts } from "./use-run-facts";

function Outcome({ run }: { run: RunView }) {
  if (isActive(run.state)) return <RunProgress run={run} tasks={run.tasks} />;
  return (
    <div className="grid gap-1">
      {(!run.error || Object.keys(run.counts).length > 0) && <CountsList counts={run.counts} />}
      {run.error && (
        <p lang="en" className="line-clamp-2 max-w-96 text-danger text-xs">
          {run.error}
        </p>
      )}
    </div>
  );
}

function RunLink({ run }: { run: RunView }) {
  const t = useTranslations("pipelines");
  return (
    <Link href={`/admin/pipelines/${run.id}`} className="whitespace-nowrap font-semibold hover:text-primary">
      {t(`names.${run.pipeline}`)}
    </Link>
  );
}

function WideTable({ runs }: { runs: readonly RunView[] }) {
  const t = useTranslations("pipelines");
  const { moment } = useFormats();
  const { subjectOf, tookOf, triggerOf } = useRunFacts();
  return (
    <div className="hidden md:block">
      <Table label={t("list.runs")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("run.run")}</TableHeader>
            <TableHeader>{t("run.state")}</TableHeader>
            <TableHeader>{t("run.started")}</TableHeader>
            <TableHeader isNumeric>{t("run.took")}</TableHeader>
            <TableHeader>{t("list.progress")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {runs.map((run) => (
            <TableRow key={run.id}>
              <th scope="row" className="px-4 py-3 text-left font-normal">
                <RunLink run={run} />
                <span className="block text-muted text-xs">{subjectOf(run)}</span>
              </th>
              <TableCell>
                <RunStateBadge run={run} />
              </TableCell>
              <TableCell className="whitespace-nowrap">
                {moment(run.startedAt ?? run.createdAt)}
                <span className="block text-muted text-xs">{triggerOf(run)}</span>
              </TableCell>
              <TableCell isNumeric className="whitespace-nowrap">
                {tookOf(run)}
              </TableCell>
              <TableCell>
                <Outcome run={run} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** Runs, newest first, as new as they are known; as cards where the screen is narrow. */
export function RunsTable({ runs: rendered }: { runs: readonly RunView[] }) {
  const runs = useNewestRuns(rendered);
  const { moment } = useFormats();
  const { subjectOf, tookOf, triggerOf } = useRunFacts();
  const factsOf = (run: RunView) => [
    subjectOf(run),
    triggerOf(run),
    moment(run.startedAt ?? run.createdAt),
    ...(run.finishedAt ? [tookOf(run)] : []),
  ];
  return (
    <>
      <WideTable runs={runs} />
      <ul className="grid gap-3 md:hidden">
        {runs.map((run) => (
          <li key={run.id}>
            <Card className="grid gap-2 p-4 text-sm">
              <p className="flex items-center justify-between gap-3">
                <RunLink run={run} />
                <RunStateBadge run={run} />
              </p>
              <p className="text-muted text-xs">{factsOf(run).join(" · ")}</p>
              <Outcome run={run} />
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
