import { AppError } from "@/lib/model/errors"
import { requestIdOf } from "./caller"
import { problem } from "./problem"

/** Answers for paths the API does not have, in the API's own words. */
export async function noSuchRoute(request: Request): Promise<Response> {
  return problem(new AppError("not_found", "The API does not have this path."), requestIdOf(request.headers))
}
