import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { type Env, getEnv } from "../env";
import { AppError } from "../errors";
import type { ByteRange, Storage, StoredStream, StreamStorage } from "./storage";

/** The part of the settings that names a bucket. */
export type S3Settings = Pick<
  Env,
  "S3_ENDPOINT" | "S3_REGION" | "S3_BUCKET" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY"
>;

function createClient(settings: S3Settings): S3Client {
  const { S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  return new S3Client({
    region: settings.S3_REGION,
    maxAttempts: 4,
    // Without the last one a request that takes too long is only warned of, and one that hangs is waited for.
    requestHandler: {
      connectionTimeout: 5_000,
      requestTimeout: 30_000,
      socketTimeout: 30_000,
      throwOnRequestTimeout: true,
    },
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
  });
}

function isMissing(error: unknown): boolean {
  return error instanceof NoSuchKey || (error instanceof S3ServiceException && error.name === "NotFound");
}

const MAX_ANSWER = 300;

/** What a server said that does not word its errors as S3 does, such as one whose disk is full: else nobody reads it. */
function toReadable(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof S3ServiceException) return error;
  if (!("$responseBodyText" in error) || typeof error.$responseBodyText !== "string") return error;
  const answer = error.$responseBodyText.replace(/\s+/g, " ").slice(0, MAX_ANSWER);
  return new Error(`the bucket answered: ${answer}`, { cause: error });
}

function toRangeHeader(range: ByteRange): string {
  return "last" in range ? `bytes=-${range.last}` : `bytes=${range.start}-${range.end ?? ""}`;
}

const CONTENT_RANGE = /^bytes (\d+)-(\d+)\/(\d+)$/;

/** What came of an object: S3 says where a part lies in it by Content-Range. */
function toStoredStream({ Body, ContentRange, ContentLength, ETag }: GetObjectCommandOutput): StoredStream {
  if (!Body) throw new Error("the bucket answered without a body");
  const [, start, end, size] = CONTENT_RANGE.exec(ContentRange ?? "") ?? [];
  return {
    body: Body.transformToWebStream(),
    sizeBytes: Number(size ?? ContentLength ?? 0),
    part: size === undefined ? null : { start: Number(start), end: Number(end) },
    etag: ETag ?? "",
  };
}

async function readably<Result>(request: Promise<Result>): Promise<Result> {
  try {
    return await request;
  } catch (error) {
    throw toReadable(error);
  }
}

/** Objects in a bucket of S3 or of a server that speaks its protocol. */
export class S3Storage implements Storage, StreamStorage {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(settings: S3Settings) {
    this.#client = createClient(settings);
    this.#bucket = settings.S3_BUCKET;
  }

  async put(key: string, body: string | Uint8Array, contentType = "application/octet-stream"): Promise<void> {
    const input = { Bucket: this.#bucket, Key: key, Body: body, ContentType: contentType };
    await readably(this.#client.send(new PutObjectCommand(input)));
  }

  async find(key: string): Promise<Uint8Array | null> {
    try {
      const { Body } = await readably(this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key })));
      return Body ? await Body.transformToByteArray() : new Uint8Array();
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async open(key: string, range?: ByteRange): Promise<StoredStream | null | "unsatisfiable"> {
    const part = range ? { Range: toRangeHeader(range) } : {};
    try {
      return toStoredStream(await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key, ...part })));
    } catch (error) {
      if (isMissing(error)) return null;
      if (error instanceof S3ServiceException && error.name === "InvalidRange") return "unsatisfiable";
      throw toReadable(error);
    }
  }

  async get(key: string): Promise<Uint8Array> {
    const body = await this.find(key);
    if (!body) throw new AppError("not_found", `There is no object ${key}`);
    return body;
  }

  async getText(key: string): Promise<string> {
    return new TextDecoder().decode(await this.get(key));
  }

  async list(prefix: string): Promise<string[]> {
    const keys: string[] = [];
    let token: string | undefined;
    do {
      const command = new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: prefix, ContinuationToken: token });
      const page = await readably(this.#client.send(command));
      for (const { Key } of page.Contents ?? []) if (Key) keys.push(Key);
      token = page.NextContinuationToken;
    } while (token);
    return keys.sort();
  }

  async delete(key: string): Promise<void> {
    await readably(this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key })));
  }

  async has(key: string): Promise<boolean> {
    try {
      await readably(this.#client.send(new HeadObjectCommand({ Bucket: this.#bucket, Key: key })));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  createDownloadUrl(key: string, options: { fileName: string; expiresInSeconds: number }): Promise<string> {
    const command = new GetObjectCommand({
      Bucket: this.#bucket,
      Key: key,
      ResponseContentDisposition: `attachment; filename="${options.fileName}"`,
      ResponseContentType: "application/octet-stream",
    });
    return getSignedUrl(this.#client, command, { expiresIn: options.expiresInSeconds });
  }

  async ping(): Promise<void> {
    await this.#client.send(new HeadBucketCommand({ Bucket: this.#bucket }));
  }

  /** Makes the bucket where it is not there yet. */
  async ensureBucket(): Promise<void> {
    try {
      await this.ping();
    } catch (error) {
      if (!isMissing(error)) throw error;
      await this.#client.send(new CreateBucketCommand({ Bucket: this.#bucket }));
    }
  }
}

const holder = globalThis as typeof globalThis & { kratosStorage?: S3Storage };

/** The bucket of this process. */
export function getStorage(): S3Storage {
  holder.kratosStorage ??= new S3Storage(getEnv());
  return holder.kratosStorage;
}
