/** What a service level promises: that somebody has seen the request, has said something, and has settled it. */
export const TARGETS = ["acknowledge", "first_response", "resolution"] as const
export type Target = (typeof TARGETS)[number]

export const TARGET_NAMES: Record<Target, string> = {
  acknowledge: "Acknowledgement",
  first_response: "First response",
  resolution: "Resolution",
}
