export interface Words {
  subject: string
  text: string
}

export interface Composed extends Words {
  to: string
}
