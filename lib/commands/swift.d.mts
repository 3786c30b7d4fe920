export const PYTHON: string
export function hasSwift(): boolean
export function ensureSwift(): void
