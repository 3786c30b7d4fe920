import { savedName } from "@/lib/model/saved-name"

/** Characters some file systems refuse, and names that mean a folder. */
const REFUSED = /[<>:"|?*\\/]/g
const ONLY_DOTS = /^\.+$/

/** A path for each file of one folder of the archive: no two the same, also where case does not count, and each opens as what it is. */
export function archivePaths(folder: string) {
  const taken = new Set<string>()
  return (name: string, mediaType: string): string => {
    const safe = savedName(name.replace(REFUSED, "_").replace(ONLY_DOTS, "attachment"), mediaType)
    for (let copy = 1; ; copy++) {
      const path = `attachments/${folder}/${copy === 1 ? safe : numbered(safe, copy)}`
      if (taken.has(path.toLowerCase())) continue
      taken.add(path.toLowerCase())
      return path
    }
  }
}

function numbered(name: string, copy: number): string {
  const dot = name.lastIndexOf(".")
  return dot > 0 ? `${name.slice(0, dot)} (${copy})${name.slice(dot)}` : `${name} (${copy})`
}
