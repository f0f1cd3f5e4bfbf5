import { AppError } from "@/lib/server/errors";
import { toErrorResponse } from "@/lib/server/http/handler";
import { say } from "@/lib/shared/say";

/** An address below /api that no handler has answers in the one error shape, not with the shop's page. */
function answerNotFound(request: Request): Promise<Response> {
  return toErrorResponse(new AppError("not_found", say("errors.nothingHere")), request);
}

export {
  answerNotFound as DELETE,
  answerNotFound as GET,
  answerNotFound as PATCH,
  answerNotFound as POST,
  answerNotFound as PUT,
};
