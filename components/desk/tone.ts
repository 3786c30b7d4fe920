const NOTES = [880, 660, 880] as const
const LENGTH = 0.18

let audio: AudioContext | undefined

/** Three short notes. Silent until the person has touched the page: browsers see to that, and late is worse than never. */
export async function playTone(): Promise<void> {
  audio ??= new AudioContext()
  const asked = performance.now()
  await audio.resume()
  if (performance.now() - asked < 1000) ring(audio)
}

function ring(context: AudioContext): void {
  for (const [index, frequency] of NOTES.entries()) {
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

/** From the first touch on, notes can be heard. Gives what undoes it. */
export function allowTone(): () => void {
  const allow = () => {
    audio ??= new AudioContext()
    void audio.resume()
  }
  const events = ["pointerdown", "keydown"] as const
  for (const event of events) addEventListener(event, allow, { once: true })
  return () => {
    for (const event of events) removeEventListener(event, allow)
  }
}
