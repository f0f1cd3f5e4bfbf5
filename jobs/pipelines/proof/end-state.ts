import { readObjects, readRows, type World } from "./world";

/** What pipelines leave in the database, without ids and moments that are drawn anew in each run. */
const QUERIES: Record<string, string> = {
  dailySales: "SELECT * FROM daily_sales",
  openChanges: "SELECT game_id, day FROM changed_sales_days",
  games: "SELECT slug, popularity, trend, review_count, positive_count, rating_average FROM games",
  models: "SELECT version, status, backend, seed, trained_through, metrics, decision FROM model_versions",
  forecasts: `SELECT f.game_id, f.day, f.horizon, f.predicted_units, f.lower_units, f.lower_quartile_units, f.median_units,
    f.upper_quartile_units, f.upper_units, f.cumulative_lower_units, f.cumulative_upper_units, f.source, m.version
    FROM forecasted_sales f JOIN model_versions m ON m.id = f.model_version_id`,
  ledger: `SELECT i.game_id, i.issued_through, i.kind, i.source, i.first_day, i.predicted, i.lower, i.lower_quartile,
    i.median, i.upper_quartile, i.upper, i.cumulative_lower, i.cumulative_upper, i.seasonal_naive, m.version
    FROM issued_forecasts i JOIN model_versions m ON m.id = i.model_version_id`,
  scores: "SELECT * FROM forecast_scores",
  orders: "SELECT id, status FROM orders",
  entitlements: "SELECT user_id, game_id, revoked_at IS NULL FROM entitlements",
  audit: "SELECT action, entity, entity_id FROM audit_log WHERE entity <> 'pipeline_run'",
  staging: "SELECT to_regclass('staging_sales_data')",
  runs: "SELECT pipeline, day, state, error, counts->>'games' FROM pipeline_runs",
  tasks: `SELECT r.pipeline, r.day, t.name, t.shard, t.state FROM pipeline_tasks t JOIN pipeline_runs r ON r.id = t.run_id`,
  gameRows: `SELECT r.pipeline, r.day, t.name, g.game_id, g.state FROM pipeline_games g
    JOIN pipeline_tasks t ON t.id = g.task_id JOIN pipeline_runs r ON r.id = g.run_id`,
};

/** What a night left behind, everywhere: rows by what they tell of, and objects by key. */
export async function readEndState(world: World): Promise<Record<string, readonly string[] | Map<string, string>>> {
  const state: Record<string, readonly string[] | Map<string, string>> = {};
  for (const [name, query] of Object.entries(QUERIES)) state[name] = await readRows(world.db, query);
  state.objects = await readObjects(world);
  return state;
}
