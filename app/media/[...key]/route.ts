import { serveMedia } from "@/lib/server/catalogue/serve-media";
import { getStorage } from "@/lib/server/storage/s3-storage";

type Context = { params: Promise<{ key: string[] }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return serveMedia(request, (await params).key, getStorage());
}
