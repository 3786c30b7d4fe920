// Timers of pages out of sight run once a minute; those of workers go on as they are. It is told how often to tick.
onmessage = ({ data }) => setInterval(() => postMessage(null), data)
