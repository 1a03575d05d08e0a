// What the model host has to say to whoever listens; never text of a document. It must not know clients.

type Listener = (line: string) => unknown;

const listeners = new Set<Listener>();

export function log(line: string): void {
  for (const listener of listeners) listener(line);
}

/** The result ends the listening. */
export function onLog(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
