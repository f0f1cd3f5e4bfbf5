import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Output, WebMOutputFormat } from "mediabunny";

/** A picture's size in pixels. */
export type FrameSize = { width: number; height: number };

const CHUNK_HEAD_BYTES = 8;
const RIFF_HEAD_BYTES = 12;

/** The VP8 key frame of a lossy WebP picture: what its chunk `VP8 ` holds (RFC 9649). */
export function toVp8Frame(webp: Buffer): Uint8Array {
  let at = RIFF_HEAD_BYTES;
  while (at + CHUNK_HEAD_BYTES <= webp.length) {
    const size = webp.readUInt32LE(at + 4);
    const start = at + CHUNK_HEAD_BYTES;
    if (webp.toString("latin1", at, at + 4) === "VP8 ") return webp.subarray(start, start + size);
    at = start + size + (size % 2);
  }
  throw new Error("the picture is no lossy WebP");
}

/** A WebM video of lossy WebP pictures: each is a key frame, so that it can be wound to any of them. */
export async function toWebm(
  frames: AsyncIterable<Buffer>,
  size: FrameSize,
  framesPerSecond: number,
): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const track = new EncodedVideoPacketSource("vp8");
  output.addVideoTrack(track, { frameRate: framesPerSecond });
  await output.start();
  const decoderConfig = { codec: "vp8", codedWidth: size.width, codedHeight: size.height };
  let place = 0;
  for await (const frame of frames) {
    const packet = new EncodedPacket(toVp8Frame(frame), "key", place / framesPerSecond, 1 / framesPerSecond);
    await track.add(packet, { decoderConfig });
    place += 1;
  }
  await output.finalize();
  if (!target.buffer) throw new Error("the video was not written");
  return new Uint8Array(target.buffer);
}
