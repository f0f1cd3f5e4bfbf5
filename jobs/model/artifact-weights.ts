import type { ModelManifest } from "./artifact";
import { listWeightShapes, type Weights } from "./network/network-shape";
import type { PanelModel } from "./panel-model";

/** Arrays one after the other as little-endian 32-bit floats. */
export function encodeFloats(arrays: readonly Float32Array[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * arrays.reduce((sum, { length }) => sum + length, 0)));
  let offset = 0;
  for (const values of arrays) {
    for (const value of values) {
      view.setFloat32(offset, value, true);
      offset += 4;
    }
  }
  return new Uint8Array(view.buffer);
}

type Shapes = ReturnType<typeof listWeightShapes>;
const isOutput = ([name]: Shapes[number]) => name.startsWith("output");
const countFloats = (shapes: Shapes) => shapes.reduce((sum, [, [rows, columns]]) => sum + rows * columns, 0);

/** Arrays of a model in the order of its file: its networks, then own last layers by series id, one per network. */
export function listArrays({ spec, members, personal }: PanelModel): Float32Array[] {
  const shapes = listWeightShapes(spec);
  const pick = (list: Shapes, weights: Weights) => list.map(([name]) => weights[name] ?? new Float32Array());
  const own = Object.keys(personal)
    .sort()
    .flatMap((id) => personal[id] ?? []);
  return [
    ...members.flatMap((weights) => pick(shapes, weights)),
    ...own.flatMap((weights) => pick(shapes.filter(isOutput), weights)),
  ];
}

/** Reads arrays one after the other. */
class FloatReader {
  private offset = 0;

  constructor(private readonly view: DataView) {}

  read(shapes: Shapes): Weights {
    return Object.fromEntries(
      shapes.map(([name, [rows, columns]]) => {
        const values = Float32Array.from({ length: rows * columns }, (_, i) =>
          this.view.getFloat32(this.offset + i * 4, true),
        );
        this.offset += values.byteLength;
        return [name, values];
      }),
    );
  }
}

/** The weights of a model. */
export type Layers = Pick<PanelModel, "members" | "personal">;

/** Reads the weights of the served model and of its tested twin; throws where the file has another length. */
export function decodeWeights(
  { spec, members, personal }: Pick<ModelManifest, "spec" | "members" | "personal">,
  bytes: Uint8Array,
  source: string,
): { served: Layers; tested: Layers } {
  const shapes = listWeightShapes(spec);
  const last = shapes.filter(isOutput);
  const [served, tested] = [Object.keys(personal.served).sort(), [...personal.tested].sort()];
  const needed = 4 * members * (2 * countFloats(shapes) + (served.length + tested.length) * countFloats(last));
  if (bytes.byteLength !== needed) {
    throw new Error(`${source}: weights.bin has ${bytes.byteLength} bytes, not the ${needed} that its features need`);
  }
  const reader = new FloatReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const readAll = (list: Shapes) => Array.from({ length: members }, () => reader.read(list));
  const readModel = (ids: readonly string[]): Layers => {
    const networks = readAll(shapes);
    return { members: networks, personal: Object.fromEntries(ids.map((id) => [id, readAll(last)])) };
  };
  return { served: readModel(served), tested: readModel(tested) };
}
