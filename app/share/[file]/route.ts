import { serveShare } from "@/lib/server/share/serve-share";
import { getStorage } from "@/lib/server/storage/s3-storage";

type Context = { params: Promise<{ file: string }> };

/** The picture that stands for a game where a link to it is shared. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return serveShare(request, (await params).file, getStorage());
}
