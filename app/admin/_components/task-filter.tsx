import { Search } from "lucide-react";
import { formatCount } from "@/app/_components/charts/chart-format";
import { FilterLinks } from "@/app/_components/filter-links";
import { toHref } from "@/app/_components/page-address";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import type { PipelineTask, TaskCounts } from "@/lib/shared/pipelines";
import { TASK_LOOKS } from "./run-state";

const states = ["failed", "skipped", "running", "succeeded"] as const;

type TaskFilterProps = { path: string; counts: TaskCounts; state: PipelineTask["state"] | undefined; q: string };

export function TaskFilter({ path, counts, state, q }: TaskFilterProps) {
  const total = states.reduce((sum, name) => sum + counts[name], 0);
  const choices = [
    { href: toHref(path, { q }), text: `All ${formatCount(total)}`, isCurrent: state === undefined },
    ...states.map((name) => ({
      href: toHref(path, { q, state: name }),
      text: `${TASK_LOOKS[name].name} ${formatCount(counts[name])}`,
      isCurrent: state === name,
    })),
  ];
  return (
    <div className="flex flex-wrap items-end justify-between gap-4">
      <FilterLinks label="Tasks by state" choices={choices} />
      <search className="w-full sm:w-auto">
        <form action={path} className="flex items-end gap-3">
          {state && <input type="hidden" name="state" value={state} />}
          <Field label="Game, task or error" hideLabel className="grow sm:w-64">
            <Input type="search" name="q" defaultValue={q} maxLength={100} placeholder="Game, task or error" />
          </Field>
          <Button type="submit" variant="secondary">
            <Search aria-hidden />
            Find
          </Button>
        </form>
      </search>
    </div>
  );
}
