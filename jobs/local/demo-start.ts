import { rm } from "node:fs/promises";
import { DEMO_LOGINS } from "@/lib/shared/demo-logins";
import { type Child, ROOT } from "./child";
import type { DemoOptions } from "./demo-options";
import { prepareWorld } from "./demo-world";
import { namesDatabase, startEngines } from "./engines";
import type { Home } from "./home";
import { LocalError } from "./local-error";
import type { LocalRun } from "./local-run";
import { hashSources, isBuildFresh, makeBuild } from "./production-build";
import { toBuildEnvironment, toRunEnvironment } from "./run-settings";
import { findFreePort, readWantedPort } from "./web-port";
import { buildForProduction, startWebServer, startWorker } from "./web-server";

const LOGIN_USES: Record<(typeof DEMO_LOGINS)[number]["role"], string> = {
  shopper: "buys games, has a library",
  publisher: "sees the sales and forecasts of its own games: /publisher",
  staff: "sees every game and the pipelines: /admin",
  admin: "may all that staff may",
};

/** Throws away what an earlier run made, where that is ours: never a database that the environment names. */
async function wipe(home: Home, env: NodeJS.ProcessEnv): Promise<void> {
  if (namesDatabase(env)) {
    throw new LocalError(
      "--fresh rebuilds the data in .kratos only; DATABASE_URL names your database, which stays as it is",
    );
  }
  for (const folder of ["postgres", "s3"]) await rm(home.path(folder), { recursive: true, force: true });
}

async function buildWhereStale(run: LocalRun, env: NodeJS.ProcessEnv): Promise<void> {
  const hash = await hashSources(ROOT);
  if (isBuildFresh(ROOT, hash)) return;
  await run.steps.run("Production build", () =>
    makeBuild(ROOT, hash, () => buildForProduction(run, toBuildEnvironment(env))),
  );
}

function printLogins(): void {
  const width = Math.max(...DEMO_LOGINS.map(({ email }) => email.length));
  const passwordWidth = Math.max(...DEMO_LOGINS.map(({ password }) => password.length));
  console.log("\nDemo logins:");
  for (const { role, email, password } of DEMO_LOGINS) {
    console.log(`  ${email.padEnd(width)}  ${password.padEnd(passwordWidth)}  ${role}: ${LOGIN_USES[role]}`);
  }
}

/** Brings the whole store up; resolves when one of its processes has ended, with that process. */
export async function startDemo(run: LocalRun, options: DemoOptions, env: NodeJS.ProcessEnv): Promise<Child> {
  const { home, steps } = run;
  const wantedPort = readWantedPort(env.PORT);
  if (options.isFresh) await wipe(home, env);
  const engines = await steps.run("Database and object storage", () =>
    startEngines({ home, env, onChild: run.adoptEngine }),
  );
  const processEnv = toRunEnvironment(env, engines.settings, home.secrets, options.mode);
  const [world] = await Promise.all([
    prepareWorld(run, { env: processEnv, engines }),
    options.mode === "production" ? buildWhereStale(run, env) : null,
  ]);
  const port = await findFreePort(wantedPort);
  if (port !== wantedPort) steps.line(`Port ${wantedPort} is busy, so Kratos takes ${port}.`);
  const url = `http://localhost:${port}`;
  const serverEnv = { ...processEnv, NEXTAUTH_URL: url, KRATOS_DEMO: String(world.isDemo) };
  const servers = await steps.run("Web server and worker", () =>
    Promise.all([startWebServer(run, { mode: options.mode, port, env: serverEnv }), startWorker(run, serverEnv)]),
  );
  home.announce(url, engines.settings);
  if (world.note) steps.line(world.note);
  steps.close();
  if (world.isDemo) printLogins();
  console.log(`Kratos is ready at ${url}`);
  return Promise.race([...servers, ...run.engines()].map((child) => child.ended.then(() => child)));
}
