type AgendaEntry = { at: number; order: number; work: (now: number) => void }

/** Things to do in the order of time, and within one moment in the order in which they were added. */
export class Agenda {
  readonly #heap: AgendaEntry[] = []
  #order = 0

  add(at: number, work: AgendaEntry["work"]): void {
    const heap = this.#heap
    heap.push({ at, order: this.#order++, work })
    for (let i = heap.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1
      if (!this.#comesBefore(i, parent)) break
      this.#swap(i, parent)
      i = parent
    }
  }

  run(): void {
    for (let next = this.#take(); next; next = this.#take()) next.work(next.at)
  }

  #take(): AgendaEntry | undefined {
    const heap = this.#heap
    this.#swap(0, heap.length - 1)
    const first = heap.pop()
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2]
      const least = right < heap.length && this.#comesBefore(right, left) ? right : left
      if (least >= heap.length || !this.#comesBefore(least, i)) return first
      this.#swap(i, least)
      i = least
    }
  }

  #comesBefore(i: number, j: number): boolean {
    const [a, b] = [this.#heap[i], this.#heap[j]]
    return a !== undefined && b !== undefined && (a.at - b.at || a.order - b.order) < 0
  }

  #swap(i: number, j: number): void {
    const [a, b] = [this.#heap[i], this.#heap[j]]
    if (a && b) [this.#heap[i], this.#heap[j]] = [b, a]
  }
}
