import { GET as start } from "./[pipeline]/route";
import { GET as drain } from "./drain/route";

// A process of its own in the place of functions on a host: makes concurrent cron calls of the ETL, then goes on with
// as many calls of the drain, until nothing is left. Prints the answers' states, a line a round.

const CALLS = Number(process.argv[2]);
const MAX_ROUNDS = 30;
const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };

async function call(round: number): Promise<number> {
  const name = round === 0 ? "etl" : "drain";
  const request = new Request(`http://localhost/api/cron/${name}`, { headers });
  const response =
    round === 0
      ? await start(request, { params: Promise.resolve({ pipeline: "etl" }) })
      : await drain(request, { params: Promise.resolve({}) });
  return response.status;
}

for (let round = 0; round < MAX_ROUNDS; round++) {
  const statuses = await Promise.all(Array.from({ length: CALLS }, () => call(round)));
  console.log(JSON.stringify(statuses));
  if (statuses.every((status) => status !== 202)) break;
}
process.exit(0);
