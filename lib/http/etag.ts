/** Whether a caller has this version already, by If-None-Match. Proxies that compress call it weak. */
export const hasAlready = (headers: Headers, etag: string): boolean =>
  headers
    .get("if-none-match")
    ?.split(",")
    .some((tag) => ["*", etag].includes(tag.trim().replace(/^W\//, ""))) === true
