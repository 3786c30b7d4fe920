/** Who looks at emergencies. */
export interface EmergencyViewer {
  id: string
  /** Whether they see all, or those that they can take. */
  everybodys: boolean
  /** Administrators are given no work. */
  takes: boolean
}

/** Why the viewer sees an emergency: it is offered to them, or another reason. */
export function whySeen(isTheirs: boolean, everybodys: boolean): string {
  if (isTheirs) return "You see it because it is offered to you."
  if (everybodys) return "You see it because you see all emergencies."
  return "You see it because you are on duty and qualified. You can take it even if it is offered to a colleague."
}
