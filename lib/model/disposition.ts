/** RFC 6266: a file to be saved, with a plain name for old clients and the true one in UTF-8 for the rest. */
export function disposition(name: string): string {
  const plain = name.replace(/[^\w .-]/g, "_")
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}
