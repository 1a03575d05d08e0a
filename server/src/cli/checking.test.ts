// `guidewright check` with all that it can be asked for, as processes: piped text, rules, formats, files, threads.

import assert from "node:assert/strict";
import { type ChildProcess, execFileSync } from "node:child_process";
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type CliSurroundings, runCli } from "../../../test/support/run-cli.ts";

const page = (dose: string) =>
  `# Pneumonia in children\n\n- Amoxicillin ${dose} PO twice daily for 5 days\n- Paracetamol 15 mg/kg PO every 6 hours\n`;

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidewright checking ä-"));
  const write = async (name: string, content: string | Buffer) => {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), content);
  };
  await write("project/guidewright.yaml", "");
  await write("project/a.md", page("40 mg/kg"));
  await write("project/b.md", page("25 mg/kg"));
  await write("latin.md", Buffer.from(`${page("40 mg/kg")}\nCafé\n`, "latin1"));
  await write("tools/read-me.md", "# Tool\n\nUses the KTW.\n");
});
after(() => rm(folder, { recursive: true, force: true }));

const check = (args: readonly string[], around: CliSurroundings = {}) =>
  runCli(["check", ...args], { cwd: folder, ...around });
const [a, b] = [join("project", "a.md"), join("project", "b.md")];

describe("guidewright check --stdin", () => {
  it("checks what is piped in, among the guidelines of its file's project, in place of that file", async () => {
    const piped = await check(["--stdin", "--stdin-filename", a, "--format", "json"], {
      input: page("30 mg/kg"),
    });
    const found = JSON.parse(piped.out);
    assert.deepEqual(
      found.map((one: { file: string; message: string }) => one.file),
      [a],
    );
    assert.match(found[0].message, /30 mg\/kg.*25 mg\/kg/);
    assert.equal(await readFile(join(folder, a), "utf8"), page("40 mg/kg"));
    const agreed = await check(["--stdin", "--stdin-filename", a], { input: page("25 mg/kg") });
    assert.deepEqual(agreed, { code: 0, out: "No findings.\n", err: "" });
  });

  it("takes text that belongs nowhere, or to a file that is not there yet", async () => {
    const alone = await check(["--stdin"], { input: "Give ORS.\r\n" });
    assert.match(alone.out, /^stdin\.md:1:6 information/);
    const fresh = await check(["--stdin", "--stdin-filename", join("project", "new.md")], {
      input: page("60 mg/kg"),
    });
    assert.match(fresh.out, /^project.new\.md:3:15 warning dose-conflict/);
  });

  it("prints the fixed text where it is to be fixed, and the findings beside it", async () => {
    const text = "\uFEFFGive ORS.\r\n";
    const { out, err, code } = await check(["--stdin", "--fix"], { input: text });
    assert.deepEqual([out, code], [text, 0], "no fix is certain here");
    assert.match(err, /stdin\.md:1:6 information/);
  });

  it("refuses what does not go together, and what is no text", async () => {
    for (const [args, input, message] of [
      [["--stdin", a], "", /--stdin checks what is piped in/],
      [["--stdin-filename", a, b], "", /--stdin-filename goes with --stdin/],
      [
        ["--stdin"],
        Buffer.from([0x47, 0x20, 0xb5, 0x67]),
        /^stdin\.md is not UTF-8: line 1 has the byte 0xB5/,
      ],
    ] as const) {
      const { code, err, out } = await check(args, { input });
      assert.deepEqual([code, out], [2, ""]);
      assert.match(err, message);
    }
  });
});

describe("guidewright check", () => {
  it("runs only the rules that are named, and knows which are meant", async () => {
    const some = await check(["project", "--rule", "dose-conflict", "--rule=band-gap"]);
    assert.match(some.out, /2 findings: 2 warnings\.\n$/);
    assert.equal((await check(["project", "--rule", "band-gap"])).out, "No findings.\n");
    const wrong = await check(["project", "--rule", "dose-conflct"]);
    assert.deepEqual(wrong, {
      code: 2,
      out: "",
      err: "There is no rule “dose-conflct”. Did you mean “dose-conflict”?\n",
    });
  });

  it("writes its findings into a file, in every format, and says how many there are", async () => {
    for (const [format, start] of [
      ["text", /^project.a\.md:3:15 warning/],
      ["json", /^\[\n/],
      ["sarif", /^\{\n {2}"\$schema"/],
      ["junit", /^<\?xml/],
      ["github", /^::warning file=project\/a\.md,line=3/],
    ] as const) {
      const file = join(folder, `report.${format}`);
      const run = await check(["project", "--format", format, "--output", file, "--fail-on", "warning"]);
      assert.deepEqual([run.code, run.out], [1, ""]);
      assert.equal(run.err, `${file}: 2 findings: 2 warnings.\n`);
      assert.match(await readFile(file, "utf8"), start);
      const printed = await check(["project", "--format", format, "--fail-on", "warning"]);
      assert.equal(printed.out, await readFile(file, "utf8"));
    }
    const nowhere = await check(["project", "--output", join("no", "x.txt")]);
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.err, /x\.txt could not be written: its folder does not exist\./);
  });

  it("prints the same from any number of threads", async () => {
    const [one, two, many] = await Promise.all(
      ["1", "2", "9"].map((jobs) => check(["project", "latin.md", "--jobs", jobs])),
    );
    assert.match(one?.out ?? "", /2 findings/);
    assert.deepEqual([two, many], [one, one]);
  });

  it("is coloured when asked to be, and not when asked not to be or when it is written to a file", async () => {
    const [plain, forced, forbidden] = await Promise.all([
      check([a, b]),
      check([a, b], { env: { FORCE_COLOR: "1" } }),
      check([a, b], { env: { NO_COLOR: "1" } }),
    ]);
    assert.ok(forced.out.includes("\u001B["));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    assert.equal(forced.out.replace(/\u001B\[\d+m/g, ""), plain.out);
    assert.equal(forbidden.out, plain.out);
    const file = join(folder, "plain.txt");
    await check([a, b, "--output", file], { env: { FORCE_COLOR: "1" } });
    assert.equal(await readFile(file, "utf8"), plain.out);
  });

  it("says so where a folder has no guideline, and that this is no failure", async () => {
    assert.deepEqual(await check(["tools"]), {
      code: 0,
      out: "No findings.\n",
      err: "There is no guideline in tools.\n",
    });
  });

  it("says what is not UTF-8 and checks the rest, with an error in the reports of others", async () => {
    const { code, out, err } = await check(["latin.md", "project", "missing.md", "--format", "junit"]);
    assert.equal(code, 2);
    assert.match(err, /^latin\.md is not UTF-8: line 6 has the byte 0xE9 .*\nmissing\.md does not exist/);
    assert.match(out, /errors="2"[\s\S]*testsuite name="project.a\.md"/);
  });

  it("prints as a diff what it would fix, and changes nothing", async () => {
    const before = await readFile(join(folder, a), "utf8");
    assert.deepEqual(await check([a, "--diff"]), { code: 0, out: "", err: "" });
    assert.match((await check([a, "--fix"])).out, /^No findings/);
    assert.equal(await readFile(join(folder, a), "utf8"), before);
  });

  const posix = process.platform === "win32" ? "pipes with a name and signals are those of POSIX" : false;
  it("ends with 130 when it is cancelled", { skip: posix }, async () => {
    const pipe = join(folder, "pipe.md");
    execFileSync("mkfifo", [pipe]);
    let child: ChildProcess | undefined;
    const run = check([pipe], { onStart: (started) => (child = started) });
    // Opens when the command opens it to read.
    const writer = await open(pipe, "w");
    child?.kill("SIGINT");
    await writer.close();
    assert.deepEqual(await run, { code: 130, out: "", err: "Cancelled.\n" });
  });
});
