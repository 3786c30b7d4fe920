/** The codes of expected failures, each with its HTTP status and the title of its problem document. */
export const ERRORS = {
  invalid: { status: 400, title: "The request is not valid" },
  unauthenticated: { status: 401, title: "Sign in to continue" },
  second_factor_required: { status: 401, title: "A second factor is required" },
  forbidden: { status: 403, title: "Not allowed" },
  confirmation_required: { status: 403, title: "Show your password or a code again" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  conflict: { status: 409, title: "Conflict with the current state" },
  too_large: { status: 413, title: "Too large" },
  unsupported_media_type: { status: 415, title: "Unsupported media type" },
  range_not_satisfiable: { status: 416, title: "The file has no such part" },
  key_reused: { status: 422, title: "The idempotency key belongs to another call" },
  too_many_requests: { status: 429, title: "Too many attempts" },
  unavailable: { status: 503, title: "Temporarily unavailable" },
  insufficient_storage: { status: 507, title: "Files cannot be stored" },
} as const

export type ErrorCode = keyof typeof ERRORS

interface Details {
  /** Messages for single fields, by the field's dotted path. */
  fields?: Record<string, string>
  /** Seconds after which another try may succeed. */
  retryAfter?: number
  /** The request that is in the way. Only for those who may know of it. */
  request?: { id: string; reference: string }
  /** The customers that are in the way, or may be meant. Only for those who may know of them. */
  customers?: readonly OfferedCustomer[]
  /** What can be chosen for a field that is missing. Only forms are told. */
  choices?: readonly Choice[]
}

interface Choice {
  value: string
  label: string
}

/** A customer with what tells them from others of the name. */
export interface OfferedCustomer {
  id: string
  name: string
  address: string | null
}

/**
 * An expected failure, whose message is shown to the person or program that asked. Anything else that is thrown is a bug:
 * it is logged, and the client is told only the request's id.
 */
export class AppError extends Error {
  readonly fields: Record<string, string> | undefined
  readonly retryAfter: number | undefined
  readonly request: Details["request"]
  readonly customers: Details["customers"]
  readonly choices: Details["choices"]

  constructor(
    readonly code: ErrorCode,
    message: string,
    details: Details = {},
  ) {
    super(message)
    this.name = "AppError"
    this.fields = details.fields
    this.retryAfter = details.retryAfter
    this.request = details.request
    this.customers = details.customers
    this.choices = details.choices
  }

  get status(): number {
    return ERRORS[this.code].status
  }
}

/** The `conflict` for a change based on an old version. `what` begins the sentence, such as "This request". */
export const changedMeanwhile = (what: string, has: "has" | "have" = "has") =>
  new AppError("conflict", `${what} ${has} changed since you opened it. Check the changes and try again.`)
