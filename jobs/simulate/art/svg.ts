import type { Random } from "@/jobs/simulate/random";
import type { Subject } from "@/jobs/simulate/world/concept";
import type { Colours } from "./palettes";

/** A canvas to draw a picture on: its size, colours and source of chance. */
export interface Canvas {
  width: number;
  height: number;
  colours: Colours;
  random: Random;
  subject: Subject;
  /** Collects gradients and clips; each definition is drawn once. */
  defs: Defs;
}

export type Point = readonly [x: number, y: number];

/** A number as SVG needs it: a tenth of a pixel is enough. */
export const n = (value: number): string => String(Math.round(value * 10) / 10);

/** `points` of a polygon or polyline. */
export const pts = (points: readonly Point[]): string => points.map(([x, y]) => `${n(x)},${n(y)}`).join(" ");

/** Gradient stops: colour, offset 0 to 1, opacity. */
export type Stop = readonly [colour: string, offset: number, opacity?: number];

/** The definitions of one picture. */
export class Defs {
  readonly #items: string[] = [];

  linear(stops: readonly Stop[], direction: "down" | "right" | "diagonal" = "down"): string {
    const [x2, y2] = direction === "down" ? [0, 1] : direction === "right" ? [1, 0] : [1, 1];
    return this.#add(
      (id) => `<linearGradient id="${id}" x1="0" y1="0" x2="${x2}" y2="${y2}">${toStops(stops)}</linearGradient>`,
    );
  }

  radial(stops: readonly Stop[], focus: Point = [0.5, 0.5]): string {
    const [fx, fy] = focus;
    return this.#add(
      (id) =>
        `<radialGradient id="${id}" cx="0.5" cy="0.5" r="0.5" fx="${fx}" fy="${fy}">${toStops(stops)}</radialGradient>`,
    );
  }

  clip(shape: string): string {
    return this.#add((id) => `<clipPath id="${id}">${shape}</clipPath>`);
  }

  toString(): string {
    return `<defs>${this.#items.join("")}</defs>`;
  }

  #add(make: (id: string) => string): string {
    const id = `d${this.#items.length}`;
    this.#items.push(make(id));
    return `url(#${id})`;
  }
}

function toStops(stops: readonly Stop[]): string {
  return stops
    .map(
      ([colour, offset, opacity = 1]) => `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join("");
}

/** A rectangle. */
export function rect(x: number, y: number, width: number, height: number, fill: string, more = ""): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, width))}" height="${n(Math.max(0, height))}" fill="${fill}" ${more}/>`;
}

/** A circle. */
export function circle(x: number, y: number, radius: number, fill: string, more = ""): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(Math.max(0, radius))}" fill="${fill}" ${more}/>`;
}

/** An ellipse. */
export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, more = ""): string {
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`;
}

/** A polygon. */
export function polygon(points: readonly Point[], fill: string, more = ""): string {
  return `<polygon points="${pts(points)}" fill="${fill}" ${more}/>`;
}

/** A path. */
export function path(d: string, fill: string, more = ""): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

/** A group with a transform. */
export function group(transform: string, body: string, more = ""): string {
  return `<g transform="${transform}" ${more}>${body}</g>`;
}

/** A soft round light. */
export function glow(canvas: Canvas, x: number, y: number, radius: number, colour: string, opacity = 0.9): string {
  const fill = canvas.defs.radial([
    [colour, 0, opacity],
    [colour, 0.25, opacity * 0.5],
    [colour, 1, 0],
  ]);
  return circle(x, y, radius, fill);
}

/**
 * Opacity of fills and strokes instead of whole shapes: librsvg draws each shape that has `opacity` on a layer of its
 * own, which takes twice the time.
 */
function toPaintOpacity(body: string): string {
  return body.replace(/ opacity="([^"]*)"/g, ' fill-opacity="$1" stroke-opacity="$1"');
}

/** The whole picture as an SVG document. */
export function toDocument(canvas: Canvas, body: string): string {
  const { width, height, defs } = canvas;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${defs}${toPaintOpacity(body)}</svg>`;
}
