import { z } from "zod";
import { say } from "./say";

/** Checks the form and that the day exists: 2026-02-30 does not. */
export const daySchema = z.iso.date(say("errors.noSuchCalendarDay"));
