export interface Option {
  value: string
  label: string
  hint?: string
  /** Options of one group stand together under its name. */
  group?: string
}

interface OptionGroup {
  name?: string
  options: Option[]
}

export function grouped(options: readonly Option[]): OptionGroup[] {
  const groups: OptionGroup[] = []
  for (const option of options) {
    const last = groups.at(-1)
    if (last && last.name === option.group) last.options.push(option)
    else groups.push({ name: option.group, options: [option] })
  }
  return groups
}
