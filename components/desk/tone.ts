const NOTES = { emergency: [880, 660, 880], check: [440, 330] } as const
const LENGTH = 0.18

let audio: AudioContext | undefined

/** Three short notes for an emergency, two lower ones for a check. Silent until the person has touched the page: browsers see to that, and late is worse than never. */
export async function playTone(what: keyof typeof NOTES): Promise<void> {
  audio ??= new AudioContext()
  const asked = performance.now()
  await audio.resume()
  if (performance.now() - asked < 1000) ring(audio, NOTES[what])
}

function ring(context: AudioContext, notes: readonly number[]): void {
  for (const [index, frequency] of notes.entries()) {
    const [note, volume] = [context.createOscillator(), context.createGain()]
    const start = context.currentTime + index * LENGTH * 1.5
    note.frequency.value = frequency
    // Swells and fades, since a sudden end clicks.
    volume.gain.setValueAtTime(0, start)
    volume.gain.linearRampToValueAtTime(0.25, start + 0.02)
    volume.gain.linearRampToValueAtTime(0, start + LENGTH)
    note.connect(volume).connect(context.destination)
    note.start(start)
    note.stop(start + LENGTH)
  }
}

/** A browser that allows sound says so within this time. */
const ALLOWED_WITHIN_MS = 500

/**
 * Tells whether notes can be heard, now and whenever that changes, and makes them heard from the next touch on. Gives what
 * undoes it.
 */
export function watchTone(tell: (isAudible: boolean) => void): () => void {
  audio ??= new AudioContext()
  const context = audio
  const allow = () => {
    if (context.state !== "running") void context.resume()
  }
  const say = () => tell(context.state === "running")
  const timer = setTimeout(say, ALLOWED_WITHIN_MS)
  const leaving = new AbortController()
  context.addEventListener("statechange", say, { signal: leaving.signal })
  for (const event of ["pointerdown", "keydown"]) addEventListener(event, allow, { signal: leaving.signal })
  allow()
  return () => {
    clearTimeout(timer)
    leaving.abort()
  }
}
