import { AppError } from "@/lib/model/errors"
import { requestIdOf } from "./authenticate"
import { problem } from "./problem"

/** A 404 problem document for unknown paths of the API. */
export async function noSuchRoute(request: Request): Promise<Response> {
  return problem(new AppError("not_found", "The API does not have this path."), requestIdOf(request.headers))
}
