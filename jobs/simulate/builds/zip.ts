import { crc32 } from "node:zlib";

/** A file of an archive. */
export type ZipEntry = { name: string; data: Buffer };

const LOCAL_HEAD = 0x0403_4b50;
const CENTRAL_HEAD = 0x0201_4b50;
const END_HEAD = 0x0605_4b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1 January 1980, midnight: the same archive whenever it is made. */
const DOS_DATE = 0x0021;

/** What local and central headers share: from the version needed to the length of the name. */
function toFields({ name, data }: ZipEntry): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(DOS_DATE, 8);
  fields.writeUInt32LE(crc32(data), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

function toSignature(signature: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(signature);
  return head;
}

function toCentral(entry: ZipEntry, offset: number): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(VERSION);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([toSignature(CENTRAL_HEAD), madeBy, toFields(entry), rest, Buffer.from(entry.name)]);
}

function toEnd(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_HEAD, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** A ZIP archive of a few small files, stored as they are. */
export function toZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = Buffer.concat([toSignature(LOCAL_HEAD), toFields(entry), Buffer.from(entry.name), entry.data]);
    centrals.push(toCentral(entry, offset));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  return Buffer.concat([...locals, central, toEnd(entries.length, central.length, offset)]);
}
