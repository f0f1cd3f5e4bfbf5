import Link from "next/link";
import { Card } from "@/app/_components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/app/_components/ui/table";
import type { PipelineTask } from "@/lib/shared/pipelines";
import { CountsList } from "./counts";
import { tookOf } from "./run-facts";
import { TaskStateBadge } from "./run-state";

/** A phase by its name; the work on one game by the game's title. */
function TaskName({ task }: { task: PipelineTask }) {
  if (!task.game) return <span className="font-semibold">{task.name}</span>;
  return (
    <Link href={`/admin/games/${task.game.slug}`} className="font-semibold hover:text-primary">
      {task.game.title}
    </Link>
  );
}

function TaskError({ task }: { task: PipelineTask }) {
  if (!task.error) return null;
  const look = task.state === "failed" ? "text-danger" : "text-muted";
  return <p className={`mt-1 max-w-xl whitespace-pre-wrap break-words text-xs ${look}`}>{task.error}</p>;
}

/** A run's phases and its work on each game, in the order in which they began. */
export function TasksTable({ tasks }: { tasks: readonly PipelineTask[] }) {
  return (
    <>
      <div className="hidden md:block">
        <Table label="Tasks of the run">
          <TableHead>
            <TableRow>
              <TableHeader>Task</TableHeader>
              <TableHeader>State</TableHeader>
              <TableHeader isNumeric>Attempt</TableHeader>
              <TableHeader isNumeric>Took</TableHeader>
              <TableHeader>Counts</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {tasks.map((task) => (
              <TableRow key={task.id}>
                <th scope="row" className="px-4 py-3 text-left font-normal">
                  <TaskName task={task} />
                  <TaskError task={task} />
                </th>
                <TableCell>
                  <TaskStateBadge state={task.state} />
                </TableCell>
                <TableCell isNumeric>{task.attempt}</TableCell>
                <TableCell isNumeric className="whitespace-nowrap">
                  {tookOf(task)}
                </TableCell>
                <TableCell>
                  <CountsList counts={task.counts} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      <ul className="grid gap-3 md:hidden">
        {tasks.map((task) => (
          <li key={task.id}>
            <Card className="grid gap-2 p-4 text-sm">
              <p className="flex items-center justify-between gap-3">
                <TaskName task={task} />
                <TaskStateBadge state={task.state} />
              </p>
              <TaskError task={task} />
              <CountsList counts={task.counts} />
              <p className="text-muted text-xs">
                Attempt {task.attempt}, took {tookOf(task)}
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
