// Whose certificates are trusted: those that Node trusts, those of the operating system, and the user's own file.
// It must not know what they are used for.
import * as tls from "node:tls";

/** PEM texts, or undefined for Node's own choice. A hospital's own authority is usually in the system's store. */
export function authorities(own: string | undefined): string[] | undefined {
  // An older Node tells nothing of what it trusts besides its own list, and so is left to its choice.
  if (!tls.getCACertificates) return own === undefined ? undefined : [...tls.rootCertificates, own];
  const known = [...tls.getCACertificates("default"), ...systemStore()];
  return [...new Set([...known, ...(own === undefined ? [] : [own])])];
}

function systemStore(): readonly string[] {
  try {
    return tls.getCACertificates("system");
  } catch {
    return [];
  }
}
