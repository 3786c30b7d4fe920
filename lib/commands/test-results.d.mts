interface Results {
  passed: number
  failed: string[]
}

export function unitResults(report: object, root?: string): Results
export function browserResults(report: object): Results
