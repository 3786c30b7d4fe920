/** Where a second factor is looked at and removed; `request` is the request at the desk that somebody came from. */
export function factorAddress(id: string, { removed, request }: { removed?: string; request?: unknown } = {}): string {
  const query = new URLSearchParams({
    ...(removed && { removed }),
    ...(typeof request === "string" && { request }),
  })
  return `/admin/accounts/${id}/two-factor${query.size > 0 ? `?${query}` : ""}`
}
