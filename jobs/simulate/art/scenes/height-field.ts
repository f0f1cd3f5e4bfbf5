import type { Canvas } from "@/jobs/simulate/art/svg";

/** A field of gentle heights between 0 and 1, the same for the same chance. */
export function heightField(canvas: Canvas): (x: number, y: number) => number {
  const { random } = canvas;
  const waves = Array.from({ length: 5 }, () => ({
    x: random.between(0.15, 0.8),
    y: random.between(0.15, 0.8),
    phase: random.float() * 6.3,
  }));
  return (x, y) => {
    const sum = waves.reduce((total, wave) => total + Math.sin(x * wave.x + y * wave.y + wave.phase), 0);
    return Math.min(1, Math.max(0, 0.5 + sum / 7));
  };
}
