export function followNpm(onGone: () => void): void
