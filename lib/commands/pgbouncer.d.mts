export function findPgBouncer(): string | undefined
export function ensurePgBouncer(): void
