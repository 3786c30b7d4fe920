/** The ways a request comes: sent by its customer, taken by staff from somebody who called, or sent with an API key. */
export const CHANNELS = ["portal", "phone", "api"] as const
export type Channel = (typeof CHANNELS)[number]
