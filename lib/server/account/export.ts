import type { Actor } from "../auth/actor";
import type { Db } from "../db";
import { EXPORT_SECTIONS, type ExportSection, profileSelect } from "./export-sections";

/** Rows that are read at once: an export of any length needs the memory of a page. */
const PAGE = 200;

function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, held) => (typeof held === "bigint" ? String(held) : held));
}

async function* toRows({ load }: ExportSection, userId: string, db: Db): AsyncGenerator<string> {
  let separator = "";
  for (let skip = 0; ; skip += PAGE) {
    const rows = await load(db, userId, { skip, take: PAGE });
    for (const row of rows) {
      yield `${separator}\n    ${toJson(row)}`;
      separator = ",";
    }
    if (rows.length < PAGE) return;
  }
}

/** All that the shop holds on somebody, as the text of one JSON document, piece by piece. Secrets are not data on them. */
export async function* exportAccount({ userId }: Actor, db: Db, now = new Date()): AsyncGenerator<string> {
  const profile = await db.user.findUniqueOrThrow({ where: { id: userId }, select: profileSelect });
  yield `{\n  "exportedAt": ${toJson(now)},\n  "profile": ${toJson(profile)}`;
  for (const section of EXPORT_SECTIONS) {
    yield `,\n  ${toJson(section.name)}: [`;
    yield* toRows(section, userId, db);
    yield "\n  ]";
  }
  yield "\n}\n";
}
