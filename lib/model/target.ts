/** The targets of a service level: staff have seen the request, have replied to the customer, have resolved it. */
export const TARGETS = ["acknowledge", "first_response", "resolution"] as const
export type Target = (typeof TARGETS)[number]

export const TARGET_NAMES: Record<Target, string> = {
  acknowledge: "Acknowledgement",
  first_response: "First response",
  resolution: "Resolution",
}
