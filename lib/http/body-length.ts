/** Names the bytes of a body between a route handler and the server, see `keepLengths`. It never leaves the app. */
export const BODY_LENGTH = "x-body-length"

/** The headers that tell how many bytes a body has. */
export const lengthHeaders = (bytes: number) => ({ "content-length": String(bytes), [BODY_LENGTH]: String(bytes) })
