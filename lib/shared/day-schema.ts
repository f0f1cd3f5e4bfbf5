import { z } from "zod";
import { say } from "./say";

const noSuchDay = say("errors.noSuchCalendarDay");

/** Checks the form and that the day exists: 2026-02-30 does not, nor does a year 0, which PostgreSQL refuses. */
export const daySchema = z.iso.date(noSuchDay).refine((day) => day >= "0001-01-01", noSuchDay);
