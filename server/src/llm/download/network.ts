// How downloads reach the network: through the proxy that the user or the environment names, trusting the
// certificates that the system trusts. It must not know what is fetched.
import { authorities } from "../remote/authorities.ts";

export interface NetworkOptions {
  /** The user's own choice; goes before the environment's. */
  readonly proxy?: string | undefined;
  readonly noProxy?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Network {
  readonly fetch: typeof fetch;
  close(): Promise<void>;
}

export async function openNetwork({ proxy, noProxy, env }: NetworkOptions): Promise<Network> {
  // By its default export: bundled, a CommonJS module has no other.
  const { EnvHttpProxyAgent, fetch: fetchThrough } = (await import("undici")).default;
  const http = proxy || env.http_proxy || env.HTTP_PROXY || env.all_proxy || env.ALL_PROXY || "";
  const https = proxy || env.https_proxy || env.HTTPS_PROXY || http;
  const trust = { ca: authorities(undefined) };
  const agent = new EnvHttpProxyAgent({
    httpProxy: http,
    httpsProxy: https,
    noProxy: noProxy || env.no_proxy || env.NO_PROXY || "",
    connect: trust,
    requestTls: trust,
    proxyTls: trust,
    // The waits are watched by whoever fetches.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const through = (url: unknown, init: unknown) =>
    fetchThrough(url as string, { ...(init as object), dispatcher: agent });
  return { fetch: through as unknown as typeof fetch, close: () => agent.destroy() };
}
