import type { Subject } from "@/jobs/simulate/world/concept";
import { group, n } from "./svg";

/** Ink is the body of a figure, light what glows on it, shade the parts that catch the sky. */
export type Inks = { ink: string; light: string; shade: string };

type Draw = (inks: Inks) => string;

const p = (d: string, fill: string, more = "") => `<path d="${d}" fill="${fill}" ${more}/>`;
const c = (x: number, y: number, r: number, fill: string) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
const line = (d: string, stroke: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/**
 * Figures in a box of 100 × 100 that stand on its lower edge, at x = 50.
 */
const DRAWINGS: Readonly<Record<Exclude<Subject, "none">, Draw>> = {
  wanderer: ({ ink, light, shade }) =>
    p(
      "M50 26 C43 26 40 33 41 40 C35 46 31 66 28 100 L46 97 L55 100 L70 98 C67 72 64 52 59 42 C60 32 57 26 50 26Z",
      ink,
    ) +
    p("M50 26 C55 27 58 33 58 41 C62 52 65 72 67 98 L70 98 C67 72 64 52 59 42 C60 32 57 26 50 26Z", shade) +
    p("M41 50 C36 62 30 80 18 92 C22 93 30 92 36 88Z", ink) +
    line("M74 20 L69 100", ink, 2) +
    line("M60 52 L72 54", ink, 4) +
    c(74, 18, 3.4, light) +
    `<circle cx="74" cy="18" r="9" fill="${light}" opacity="0.28"/>`,
  soldier: ({ ink, light, shade }) =>
    p("M43 22 C43 13 57 13 58 22 L58 30 L55 34 L46 34 L43 30Z", ink) +
    p("M45 24 L57 23 L57 28 L46 29Z", light) +
    p(
      "M35 38 L46 34 L56 34 L67 38 L69 60 L62 62 L63 68 L68 100 L55 100 L51 76 L46 100 L33 100 L38 68 L39 60 L32 60Z",
      ink,
    ) +
    p("M61 37 L67 38 L69 60 L64 61Z", shade) +
    p("M24 62 L80 44 L82 48 L60 57 L58 64 L54 65 L54 59 L26 67Z", ink) +
    line("M80 46 L90 42", ink, 2.4) +
    c(41, 45, 1.4, light),
  mech: ({ ink, light, shade }) =>
    p("M34 22 L66 22 L72 34 L68 50 L32 50 L28 34Z", ink) +
    p("M58 22 L66 22 L72 34 L68 50 L60 50Z", shade) +
    p("M40 30 L60 30 L57 37 L43 37Z", light) +
    p("M12 26 L28 24 L30 44 L24 48 L22 66 L12 66 L10 46Z M88 26 L72 24 L70 44 L76 48 L78 66 L88 66 L90 46Z", ink) +
    p("M8 66 L24 66 L22 74 L10 74Z M76 66 L92 66 L90 74 L78 74Z", ink) +
    p(
      "M38 50 L62 50 L60 60 L40 60Z M40 60 L48 60 L44 78 L46 94 L50 100 L26 100 L32 94 L32 76Z M60 60 L52 60 L56 78 L54 94 L50 100 L74 100 L68 94 L68 76Z",
      ink,
    ) +
    line("M62 22 L64 8", ink, 1.6) +
    c(64, 8, 1.8, light) +
    c(17, 70, 2, light) +
    c(83, 70, 2, light),
  sword: ({ ink, light, shade }) =>
    p("M50 0 L56 10 L54 72 L46 72 L44 10Z", shade) +
    p("M50 0 L56 10 L54 72 L50 72Z", ink) +
    line("M50 12 L50 64", light, 1.1) +
    p("M28 70 C36 74 64 74 72 70 L74 76 C64 80 36 80 26 76Z", ink) +
    p("M47 78 L53 78 L53 94 L47 94Z", ink) +
    c(50, 96, 4, ink) +
    c(50, 96, 1.7, light),
  wolf: ({ ink, light, shade }) =>
    p(
      "M20 58 C30 50 44 51 55 51 C61 46 65 40 68 34 L69 21 L75 29 L79 20 L83 32 C88 36 92 38 98 41 L97 46 C91 50 85 50 81 52 C79 60 77 64 73 68 L74 100 L66 100 L64 80 L60 100 L52 100 L55 74 C46 77 40 76 34 73 L32 83 L35 100 L27 100 L23 85 L20 100 L12 100 L17 75 C15 69 16 62 20 58Z",
      ink,
    ) +
    p("M24 56 C12 60 6 70 3 84 C10 83 19 78 24 70Z", ink) +
    p("M55 51 C61 46 65 40 68 34 L70 30 C71 42 68 56 60 64 C52 62 40 58 28 60 C36 52 46 51 55 51Z", shade) +
    c(83, 38, 1.5, light),
  ship: ({ ink, light, shade }) =>
    p("M8 78 L92 78 C88 90 82 97 74 100 L24 100 C16 95 11 88 8 78Z", ink) +
    p("M12 78 L4 66 L22 78Z M92 78 L97 68 L84 78Z", ink) +
    line("M32 78 L32 16", ink, 2) +
    line("M54 78 L54 4", ink, 2.2) +
    line("M75 78 L75 22", ink, 2) +
    p("M33 20 C46 28 46 44 33 52Z M33 54 C48 60 48 70 33 75Z", shade) +
    p("M55 8 C74 18 74 36 55 46Z M55 48 C76 56 76 68 55 75Z", shade) +
    p("M76 26 C88 32 88 44 76 52Z M76 54 C90 60 90 70 76 75Z", shade) +
    p("M32 20 C22 30 20 44 24 52 L32 50Z M54 8 C42 22 40 38 44 46 L54 44Z", ink, 'opacity="0.55"') +
    c(20, 84, 1.8, light) +
    c(34, 85, 1.8, light) +
    c(48, 86, 1.8, light) +
    c(62, 85, 1.8, light) +
    c(76, 84, 1.8, light) +
    p("M54 4 L66 7 L54 10Z", light),
  rocket: ({ ink, light, shade }) =>
    p("M50 2 C62 14 66 32 64 66 L36 66 C34 32 38 14 50 2Z", ink) +
    p("M50 2 C62 14 66 32 64 66 L56 66 C58 34 56 14 50 2Z", shade) +
    p("M36 48 L22 74 L36 70Z M64 48 L78 74 L64 70Z M46 52 L54 52 L54 76 L46 76Z", ink) +
    c(50, 30, 6, light) +
    c(50, 30, 3.6, ink) +
    p("M40 68 L60 68 C58 82 54 92 50 100 C46 92 42 82 40 68Z", light, 'opacity="0.9"'),
  tower: ({ ink, light, shade }) =>
    p(
      "M38 100 L41 30 L59 30 L62 100Z M36 30 L36 20 L41 20 L41 25 L47 25 L47 20 L53 20 L53 25 L59 25 L59 20 L64 20 L64 30Z",
      ink,
    ) +
    p("M53 30 L59 30 L62 100 L54 100Z", shade) +
    p("M44 20 L50 2 L56 20Z", ink) +
    line("M50 2 L50 -6", ink, 1) +
    p("M50 -6 L59 -3 L50 0Z", light) +
    p("M47 40 Q50 34 53 40 L53 48 L47 48Z M47 62 Q50 57 53 62 L53 69 L47 69Z", light),
  dragon: ({ ink, light, shade }) =>
    p(
      "M50 40 C42 22 22 8 2 12 C12 18 14 24 13 32 C20 30 24 34 25 40 C31 38 36 42 38 50 C42 54 44 58 44 64 C42 76 30 84 18 86 C32 92 50 90 58 80 C64 86 62 94 54 98 C70 98 76 86 70 76 C66 70 64 64 65 56 C70 52 74 52 80 54 C86 50 84 44 76 42 L84 36 L74 38 C68 38 62 42 58 46 C58 30 70 14 96 8 C74 2 54 18 50 40Z",
      ink,
    ) +
    p("M50 40 C54 18 74 2 96 8 C84 12 78 20 76 28 C70 28 66 34 64 40 L58 46Z", shade) +
    c(76, 46, 1.5, light),
  tree: ({ ink, light, shade }) =>
    p("M46 100 C47 84 45 72 38 62 L42 60 L48 68 L48 52 L53 52 L54 66 L62 56 L65 59 C57 70 55 84 57 100Z", ink) +
    c(50, 34, 22, ink) +
    c(30, 42, 15, ink) +
    c(70, 42, 16, ink) +
    c(40, 22, 14, ink) +
    c(62, 22, 15, shade) +
    c(68, 36, 10, shade) +
    c(36, 38, 1.6, light) +
    c(56, 28, 1.6, light) +
    c(64, 46, 1.6, light) +
    c(46, 48, 1.6, light),
  car: ({ ink, light, shade }) =>
    p("M24 52 C28 40 34 36 40 35 L60 35 C66 36 72 40 76 52 L88 60 C93 64 94 72 93 88 L7 88 C6 72 7 64 12 60Z", ink) +
    p("M31 52 C34 44 38 41 42 41 L58 41 C62 41 66 44 69 52Z", shade) +
    p("M10 62 C14 60 24 60 32 66 L30 73 L10 71Z M90 62 C86 60 76 60 68 66 L70 73 L90 71Z", light) +
    p("M36 72 L64 72 L61 81 L39 81Z", shade) +
    p("M8 86 L24 86 L24 99 C24 100 10 100 10 99Z M92 86 L76 86 L76 99 C76 100 90 100 90 99Z", ink) +
    line("M14 80 L32 80 M86 80 L68 80", shade, 1.6) +
    p("M20 70 L-30 100 L30 100Z M80 70 L130 100 L70 100Z", light, 'opacity="0.16"'),
  lighthouse: ({ ink, light, shade }) =>
    p(
      "M40 100 L44 34 L56 34 L60 100Z M41 34 L59 34 L59 30 L41 30Z M43 18 L57 18 L50 8Z M43 18 L45 30 L55 30 L57 18Z",
      ink,
    ) +
    p("M53 34 L56 34 L60 100 L54 100Z", shade) +
    p("M45 19 L55 19 L54.4 29 L45.6 29Z", light) +
    p("M56 24 L150 -4 L150 44Z", light, 'opacity="0.22"') +
    p("M44 24 L-50 10 L-50 40Z", light, 'opacity="0.16"') +
    p("M43.4 46 L56.6 46 L57.2 56 L42.8 56Z M42 70 L58 70 L58.6 80 L41.4 80Z", shade) +
    p("M24 100 C32 92 68 92 78 100Z", ink),
  crown: ({ ink, light, shade }) =>
    p("M14 84 L8 34 L30 56 L50 20 L70 56 L92 34 L86 84Z", light) +
    p("M50 20 L70 56 L92 34 L86 84 L50 84Z", shade, 'opacity="0.45"') +
    p("M14 86 L86 86 L85 96 L15 96Z", light) +
    c(50, 70, 6, ink) +
    c(28, 73, 4, ink) +
    c(72, 73, 4, ink) +
    c(8, 31, 4.4, light) +
    c(50, 16, 5, light) +
    c(92, 31, 4.4, light),
  skull: ({ ink, light, shade }) =>
    p(
      "M50 6 C24 6 12 24 14 46 C15 58 22 64 28 68 L30 84 L40 86 L41 96 L59 96 L60 86 L70 84 L72 68 C78 64 85 58 86 46 C88 24 76 6 50 6Z",
      shade,
    ) +
    p("M50 6 C76 6 88 24 86 46 C85 58 78 64 72 68 L70 84 L60 86 L59 96 L50 96Z", ink, 'opacity="0.35"') +
    p(
      "M24 46 C24 36 44 36 44 48 C44 60 26 60 24 46Z M76 46 C76 36 56 36 56 48 C56 60 74 60 76 46Z M50 58 L55 70 L45 70Z",
      ink,
    ) +
    c(34, 48, 4, light) +
    c(66, 48, 4, light) +
    line("M41 80 L41 94 M50 80 L50 95 M59 80 L59 94", ink, 1.6),
  helm: ({ ink, light, shade }) =>
    p("M50 12 C26 12 18 32 20 56 L24 92 L42 98 L46 66 L54 66 L58 98 L76 92 L80 56 C82 32 74 12 50 12Z", ink) +
    p("M50 12 C74 12 82 32 80 56 L76 92 L68 95 L72 50 C72 32 64 18 50 12Z", shade) +
    p("M24 50 L46 54 L46 62 L26 58Z M76 50 L54 54 L54 62 L74 58Z", light) +
    p("M46 2 C54 -6 84 -2 94 26 C82 14 66 10 54 14 L46 14Z", light, 'opacity="0.95"'),
  bird: ({ ink, light, shade }) =>
    p(
      "M50 52 C40 34 22 22 2 22 C16 30 24 40 30 50 C22 50 16 54 12 60 C26 58 36 62 44 68 C38 78 38 86 42 94 C48 86 54 82 62 80 C66 70 70 66 80 62 L94 60 L82 54 C76 48 66 48 60 52 C62 36 72 22 90 8 C66 12 52 28 50 52Z",
      ink,
    ) +
    p("M50 52 C52 28 66 12 90 8 C72 22 62 36 60 52Z", shade) +
    c(80, 57, 1.5, light),
  stag: ({ ink, light, shade }) =>
    p(
      "M38 60 C32 62 26 66 24 72 L22 100 L28 100 L32 78 L36 100 L41 100 L41 80 L58 80 L58 100 L63 100 L66 78 L70 100 L75 100 L74 66 C72 58 70 50 69 42 L78 40 L80 35 L70 30 L62 32 C60 44 56 56 50 58Z",
      ink,
    ) +
    p("M69 42 C70 50 72 58 74 66 L75 100 L72 100 L68 62 L62 44Z", shade) +
    line(
      "M66 31 C62 22 56 18 54 6 M60 20 L50 16 M57 12 L62 4 M69 30 C72 22 80 18 84 8 M76 19 L86 20 M80 13 L77 4",
      ink,
      2,
    ) +
    c(72, 34, 1.3, light),
  train: ({ ink, light, shade }) =>
    p("M26 30 C26 22 34 18 50 18 C66 18 74 22 74 30 L76 88 L24 88Z", ink) +
    p("M60 19 C70 20 74 24 74 30 L76 88 L66 88Z", shade) +
    p("M32 34 L68 34 L68 52 L32 52Z", light) +
    line("M50 34 L50 52", ink, 2) +
    c(34, 70, 4.4, light) +
    c(66, 70, 4.4, light) +
    p("M40 24 L60 24 L60 29 L40 29Z", light) +
    p("M28 88 L16 100 L22 100 L32 90 L68 90 L78 100 L84 100 L72 88Z", ink) +
    p("M20 100 L34 72 L34 70 L-6 100Z M80 100 L66 72 L66 70 L106 100Z", light, 'opacity="0.2"') +
    line("M50 18 L44 6 L58 6 M38 6 L62 6", ink, 1.6),
  key: ({ ink, light, shade }) =>
    `<path d="M50 4 a20 20 0 1 0 0.1 0 Z M50 13 a11 11 0 1 1 -0.1 0 Z" fill="${light}" fill-rule="evenodd"/>` +
    p("M46 42 L54 42 L54 98 L46 98Z", light) +
    p("M50 42 L54 42 L54 98 L50 98Z", shade, 'opacity="0.5"') +
    p("M54 76 L70 76 L70 82 L64 82 L64 86 L70 86 L70 94 L54 94Z", light) +
    c(50, 24, 4.4, light) +
    p("M40 44 L60 44 L60 50 L40 50Z", light) +
    c(50, 24, 1.6, ink),
  rook: ({ ink, light, shade }) =>
    p(
      "M26 10 L36 10 L36 18 L45 18 L45 10 L55 10 L55 18 L64 18 L64 10 L74 10 L72 34 L64 40 L68 78 L76 84 L78 100 L22 100 L24 84 L32 78 L36 40 L28 34Z",
      ink,
    ) +
    p("M64 10 L74 10 L72 34 L64 40 L68 78 L76 84 L78 100 L64 100 L58 40 L60 18 L64 18Z", shade) +
    p("M46 52 Q50 45 54 52 L54 64 L46 64Z", light),
  house: ({ ink, light, shade }) =>
    p("M18 52 L50 24 L82 52 L78 52 L78 100 L22 100 L22 52Z M62 30 L62 16 L70 16 L70 38Z", ink) +
    p("M50 24 L82 52 L78 52 L78 100 L60 100 L60 46Z", shade) +
    p("M30 62 L42 62 L42 76 L30 76Z M66 60 L74 60 L74 72 L66 72Z", light) +
    line("M36 62 L36 76 M30 69 L42 69", ink, 1.4) +
    p("M47 100 L47 78 Q52 72 57 78 L57 100Z", light, 'opacity="0.75"') +
    p("M66 14 C62 6 72 2 68 -6 C78 0 70 8 70 14Z", shade, 'opacity="0.6"'),
  balloon: ({ ink, light, shade }) =>
    p("M4 34 C4 16 28 6 52 6 C78 6 96 18 96 34 C96 50 78 60 52 60 C28 60 4 52 4 34Z", ink) +
    p("M52 6 C78 6 96 18 96 34 C96 50 78 60 52 60 C68 50 70 18 52 6Z", shade) +
    line("M8 34 C30 40 70 40 92 34 M14 22 C36 27 70 27 88 22", shade, 1) +
    line("M32 58 L36 74 M70 58 L66 74 M50 60 L50 74", ink, 1.2) +
    p("M28 74 L74 74 C72 86 66 92 60 92 L40 92 C34 92 30 86 28 74Z", ink) +
    c(38, 81, 2, light) +
    c(48, 81, 2, light) +
    c(58, 81, 2, light) +
    p("M92 26 L104 14 L102 34 L106 54 L92 42Z", ink),
  robot: ({ ink, light, shade }) =>
    p("M34 14 L66 14 L70 20 L70 38 L66 44 L34 44 L30 38 L30 20Z", ink) +
    p("M60 14 L66 14 L70 20 L70 38 L66 44 L60 44Z", shade) +
    c(42, 29, 5, light) +
    c(58, 29, 5, light) +
    line("M50 14 L50 5", ink, 2) +
    c(50, 4, 2.6, light) +
    p("M30 48 L70 48 L72 78 L66 82 L34 82 L28 78Z", ink) +
    p("M62 48 L70 48 L72 78 L66 82 L62 82Z", shade) +
    p("M42 56 L58 56 L58 66 L42 66Z", light, 'opacity="0.75"') +
    line("M28 52 L16 66 L20 82 M72 52 L86 62 L84 80", ink, 6) +
    p("M36 82 L46 82 L46 100 L32 100Z M54 82 L64 82 L68 100 L54 100Z", ink),
  fish: ({ ink, light, shade }) =>
    p("M6 50 C18 26 46 18 70 34 L92 18 L88 50 L94 80 L70 64 C48 82 20 76 6 50Z", ink) +
    p("M6 50 C20 62 46 68 70 58 L70 64 C48 82 20 76 6 50Z", shade) +
    p("M40 26 C44 14 56 10 64 12 L60 29Z M42 73 L52 86 L58 70Z", ink) +
    c(22, 46, 4, light) +
    c(22, 46, 1.7, ink) +
    line("M34 38 C38 46 38 54 34 62", shade, 1.4) +
    p("M12 36 C4 20 10 8 20 6", "none", `stroke="${ink}" stroke-width="1.6"`) +
    c(20, 6, 3, light) +
    `<circle cx="20" cy="6" r="10" fill="${light}" opacity="0.25"/>`,
};

/** Draws a figure of that height whose foot is at (x, y); nothing for `none`. */
export function drawSubject(subject: Subject, place: { x: number; y: number; height: number }, inks: Inks): string {
  if (subject === "none") return "";
  const scale = place.height / 100;
  const edge = BRIGHT.has(subject)
    ? `<g stroke="${inks.ink}" stroke-width="5" stroke-linejoin="round">${DRAWINGS[subject]({ ink: inks.ink, light: inks.ink, shade: inks.ink })}</g>`
    : "";
  return group(
    `translate(${n(place.x - 50 * scale)} ${n(place.y - 100 * scale)}) scale(${Math.round(scale * 1000) / 1000})`,
    edge + DRAWINGS[subject](inks),
  );
}

/** Figures that are bright themselves and need a dark edge before a bright sky. */
const BRIGHT: ReadonlySet<Subject> = new Set(["key", "crown"]);

/** Figures that hang or fly rather than stand. */
export const AIRBORNE: ReadonlySet<Subject> = new Set(["dragon", "bird", "balloon", "fish", "rocket"]);

/** Figures that are signs rather than bodies, shown large and lit. */
export const EMBLEMS: ReadonlySet<Subject> = new Set(["sword", "crown", "skull", "helm", "key", "rook"]);
