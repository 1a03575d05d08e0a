// What the environment says of remote engines, for whoever has no editor that could ask the user. It must not ask.
import type { RemoteAddress } from "./address.ts";

export interface RemoteAccess {
  readonly allowed: boolean;
  readonly token?: string | undefined;
}

/** GUIDEWRIGHT_REMOTE_ALLOWED lists origins, separated by commas; GUIDEWRIGHT_REMOTE_TOKEN is for them alone. */
export function accessByEnvironment({ loopback, origin }: RemoteAddress, env = process.env): RemoteAccess {
  const listed = (env.GUIDEWRIGHT_REMOTE_ALLOWED ?? "")
    .split(",")
    .map((one) => URL.parse(one.trim())?.origin);
  const allowed = loopback || listed.includes(origin);
  const token = env.GUIDEWRIGHT_REMOTE_TOKEN;
  return { allowed, ...(allowed && token !== undefined && token !== "" && { token }) };
}
