import { AppError } from "@/lib/model/errors"

/** Why something failed, in the innermost words: some errors come in a wrapper that says nothing, some say it in a code alone. */
export function reasonOf(error: unknown): string {
  if (error instanceof AppError && error.fields) return Object.values(error.fields).join("; ")
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof Error) return reasonOf(error.cause)
  return error.message || ("code" in error ? String(error.code) : error.name)
}
