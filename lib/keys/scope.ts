/** What a third party can be allowed to do. Each stands for rows of the policy. */
export const SCOPES = ["requests:read", "requests:write", "requests:work", "customers:read"] as const
export type Scope = (typeof SCOPES)[number]
