// A model host that lets everybody in and never answers, for tests.
import { Door } from "../../server/src/llm/host/door.ts";

await Door.open(JSON.parse(process.argv[2] ?? ""), ({ connection }) =>
  connection.onRequest(() => new Promise(() => {})),
);
