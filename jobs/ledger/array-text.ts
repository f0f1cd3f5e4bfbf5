/**
 * PostgreSQL's text of an array of numbers, days, ids or enum values, none of which need quotes. One text is a far
 * cheaper parameter than thousands of values: cast it, as in `${toArrayText(units)}::text::int[]`.
 */
export function toArrayText(values: readonly (number | string)[]): string {
  return `{${values.join(",")}}`;
}
