// Whose certificates are trusted: those that Node trusts, those of the operating system, and the user's own file.
// It must not know what they are used for.
import * as tls from "node:tls";

/** PEM texts. The operating system's matter: a hospital's own authority is usually installed there. */
export function authorities(own: string | undefined): string[] {
  return [...new Set([...known("default"), ...known("system"), ...(own === undefined ? [] : [own])])];
}

function known(type: "default" | "system"): readonly string[] {
  try {
    return tls.getCACertificates(type);
  } catch {
    // Older Node, or a system whose store cannot be read.
    return type === "default" ? tls.rootCertificates : [];
  }
}
