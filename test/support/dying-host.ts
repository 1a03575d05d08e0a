// A model host that dies of whatever it is asked, for tests.
import { Door } from "../../server/src/llm/host/door.ts";

await Door.open(JSON.parse(process.argv[2] ?? ""), ({ connection }) =>
  connection.onRequest(() => process.kill(process.pid, "SIGKILL")),
);
