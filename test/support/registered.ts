// A feature's handlers by method name, tied to one snapshot instead of a connection.
import type { Call, Feature, Handler } from "../../server/src/features/feature.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";

export const quietCall = (signal: AbortSignal = new AbortController().signal): Call => ({
  signal,
  report() {},
  progress() {},
});

export function registered(feature: Feature, snapshot?: Snapshot) {
  const handlers = new Map<string, Handler<never, unknown>>();
  feature.register(
    { request: (method, handler) => void handlers.set(method, handler as Handler<never, unknown>) },
    (empty, provide) => (params, call) => (snapshot ? provide(snapshot, params, call) : empty),
  );
  return {
    methods: [...handlers.keys()],
    async request<R>(method: string, params: unknown, call: Call = quietCall()): Promise<R> {
      return (await handlers.get(method)?.(params as never, call)) as R;
    },
  };
}
