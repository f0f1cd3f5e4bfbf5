/** What the graph needs to know of a task. */
export type GraphTask = { name: string; after: readonly string[] };

/** A task's place: its column by how many tasks come before it, its row among those of the column. */
export type GraphNode = { name: string; column: number; row: number };

export type GraphEdge = { from: GraphNode; to: GraphNode };

export type GraphLayout = { nodes: GraphNode[]; edges: GraphEdge[]; columns: number; rows: number };

/** The longest way to each task; tasks stand after those that they depend on. */
function listColumns(tasks: readonly GraphTask[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const { name, after } of tasks) {
    const before = after.flatMap((other) => columns.get(other) ?? []);
    columns.set(name, before.length === 0 ? 0 : Math.max(...before) + 1);
  }
  return columns;
}

/**
 * Lays the tasks of a pipeline out in columns, each right of all that it depends on. A task keeps the row of the one
 * before it where that is free, so that the main line of a pipeline is a straight one.
 */
export function layOutGraph(tasks: readonly GraphTask[]): GraphLayout {
  const columns = listColumns(tasks);
  const nodes = new Map<string, GraphNode>();
  const taken = new Set<string>();
  const edges: GraphEdge[] = [];
  for (const { name, after } of tasks) {
    const column = columns.get(name) ?? 0;
    const before = after.flatMap((other) => nodes.get(other) ?? []);
    let row = before.length === 0 ? 0 : Math.min(...before.map((node) => node.row));
    while (taken.has(`${column} ${row}`)) row += 1;
    taken.add(`${column} ${row}`);
    const node = { name, column, row };
    nodes.set(name, node);
    for (const from of before) edges.push({ from, to: node });
  }
  const all = [...nodes.values()];
  return {
    nodes: all,
    edges,
    columns: Math.max(0, ...all.map((node) => node.column + 1)),
    rows: Math.max(0, ...all.map((node) => node.row + 1)),
  };
}
