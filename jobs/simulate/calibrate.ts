import { addDays, toDay } from "@/lib/shared/day";
import { daySchema } from "@/lib/shared/day-schema";
import { calibrate } from "./calibration";
import { listFindings } from "./calibration-targets";
import { simulate } from "./simulation";

/** `calibrate.ts [DAY]`: prints the simulated store beside what is known of real ones; fails where it is off. */
function main([day = addDays(toDay(new Date()), -1)]: string[]): void {
  const findings = listFindings(calibrate(simulate({ day: daySchema.parse(day) })));
  const rows = findings.map(({ name, value, target: [low, high] }) => ({
    figure: name,
    value: Number(value.toPrecision(3)),
    from: low,
    to: high,
    holds: value >= low && value <= high,
  }));
  console.table(rows);
  if (rows.some((row) => !row.holds)) process.exitCode = 1;
}

main(process.argv.slice(2));
