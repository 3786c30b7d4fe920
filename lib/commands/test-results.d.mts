interface Results {
  passed: number
  failed: string[]
}

export const UNHANDLED: string
export function unitResults(report: object, unhandled?: object[], root?: string): Results
export function browserResults(report: object): Results
