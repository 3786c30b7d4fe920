const [BASE, T_MIN, T_MAX, SKEW, DAMP, INITIAL_BIAS, INITIAL_N] = [36, 1, 26, 38, 700, 72, 128]

/**
 * An email address as people write it. Addresses are kept with their domain in ASCII, in which an international name is
 * punycode ("xn--…"), since mail is sent and addresses are compared so. Machines get it as it is kept.
 */
export function shownEmail(email: string): string {
  const at = email.lastIndexOf("@")
  const labels = email.slice(at + 1).split(".")
  return `${email.slice(0, at + 1)}${labels.map(shownLabel).join(".")}`
}

function shownLabel(label: string): string {
  const code = /^xn--(.+)$/i.exec(label)?.[1]
  const decoded = code && decode(code.toLowerCase())
  // What does not read as a word of letters stays as it is kept.
  return decoded && /^[\p{L}\p{M}\p{N}-]+$/u.test(decoded) ? decoded : label
}

/** Reads punycode (RFC 3492); nothing for what is none. */
function decode(code: string): string | undefined {
  const cut = code.lastIndexOf("-")
  const output = cut > 0 ? [...code.slice(0, cut)].map((it) => it.charCodeAt(0)) : []
  let [n, i, bias, at] = [INITIAL_N, 0, INITIAL_BIAS, cut > 0 ? cut + 1 : 0]
  while (at < code.length) {
    const before = i
    let weight = 1
    for (let k = BASE; ; k += BASE) {
      const digit = "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(code[at++] ?? " ")
      if (digit < 0) return undefined
      i += digit * weight
      const least = Math.min(Math.max(k - bias, T_MIN), T_MAX)
      if (digit < least) break
      weight *= BASE - least
    }
    const length = output.length + 1
    bias = adapted(i - before, length, before === 0)
    n += Math.floor(i / length)
    i %= length
    if (n > 0x10ffff || i < 0) return undefined
    output.splice(i++, 0, n)
  }
  return String.fromCodePoint(...output)
}

function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / DAMP) : delta >> 1
  rest += Math.floor(rest / length)
  let k = 0
  for (; rest > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) rest = Math.floor(rest / (BASE - T_MIN))
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW))
}
