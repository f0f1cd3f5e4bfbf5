import { expect, it } from "vitest";
import { PIPELINE_TASKS } from "@/jobs/pipelines/dags";
import { layOutGraph } from "./graph-layout";

const tasks = [
  { name: "extract", after: [] },
  { name: "stage", after: ["extract"] },
  { name: "files", after: ["stage"] },
  { name: "refresh", after: ["extract"] },
  { name: "report", after: ["refresh", "files"] },
];

it("stands each task right of all that it depends on, the main line straight", () => {
  const { nodes, columns, rows } = layOutGraph(tasks);
  expect(nodes).toEqual([
    { name: "extract", column: 0, row: 0 },
    { name: "stage", column: 1, row: 0 },
    { name: "files", column: 2, row: 0 },
    { name: "refresh", column: 1, row: 1 },
    { name: "report", column: 3, row: 0 },
  ]);
  expect([columns, rows]).toEqual([4, 2]);
});

it("draws one line for each dependency", () => {
  const { edges } = layOutGraph(tasks);
  expect(edges.map(({ from, to }) => `${from.name}>${to.name}`)).toEqual([
    "extract>stage",
    "stage>files",
    "extract>refresh",
    "refresh>report",
    "files>report",
  ]);
});

it("has room for nothing at all", () => {
  expect(layOutGraph([])).toEqual({ nodes: [], edges: [], columns: 0, rows: 0 });
});

it.each(Object.entries(PIPELINE_TASKS))("no two tasks of %s stand in the same place", (_pipeline, specs) => {
  const { nodes } = layOutGraph(specs);
  expect(nodes).toHaveLength(specs.length);
  expect(new Set(nodes.map(({ column, row }) => `${column} ${row}`)).size).toBe(specs.length);
});
