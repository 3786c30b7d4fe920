export const CLAMD: string
export function hasClamd(): boolean
export function ensureClamd(): void
