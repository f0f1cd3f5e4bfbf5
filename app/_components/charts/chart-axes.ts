/** The look that the axes and grids of all charts share. */
const axisText = { fill: "var(--color-muted)", fontSize: 12 } as const;

export const gridLook = { vertical: false, stroke: "var(--color-line)", strokeDasharray: "3 4" } as const;

export const xAxisLook = {
  tick: axisText,
  tickLine: false,
  axisLine: { stroke: "var(--color-line)" },
  minTickGap: 36,
  tickMargin: 8,
} as const;

export const yAxisLook = { tick: axisText, tickLine: false, axisLine: false, width: 44 } as const;

/** The line that follows the pointer or the arrow keys. */
export const cursorLook = { stroke: "var(--color-muted)", strokeDasharray: "3 3", fill: "transparent" } as const;
