// A flow chart that is drawn with bars and arrows between fences: its lines are read as the steps of a list, and what
// draws it is blanked. It must not know medicine.

import type { Span } from "../text/span.ts";

export interface DrawnChart {
  /** As long as the text, with nothing but what its steps say. */
  readonly plain: string;
  readonly steps: readonly Step[];
}

/** A branch stands below the step that it leaves. */
interface Step extends Span {
  readonly depth: number;
}

const longestChart = 6000;
const fence = /^(?:`{3,}|~{3,})[^\n]*/;
const plainFence = /^(?:`{3,}|~{3,}) *(?:te?xt|plain|plaintext|flow|flowchart|chart|ascii)? *(?=\n)/i;
/** An arrow, a branch, or a bar that a line consists of. */
const drawing = /[→⇒➔➜↓▼⬇├└┌│┬]|-{1,9}>|(?:^|\n)[ \t]*[|+v][ \t]*(?=\n)/;
const program = /[{}]|\)\s*;|=>|==|<\/?[a-z]+>|\b(?:function|return|const|var|def|import|class)\b/;

/** Undefined where it is no chart. */
export function drawnChart(source: string): DrawnChart | undefined {
  if (source.length > longestChart || !plainFence.test(source)) return undefined;
  if (!drawing.test(source) || program.test(source)) return undefined;
  const plain = source
    .replace(fence, blank)
    .replace(/\n[ \t]*(?:`{3,}|~{3,})[ \t]*$/, blank)
    .replace(/[-─—═]{1,20}[>►▶]/g, (arrow) => "→".padStart(arrow.length))
    .replace(/[│┌┐└┘├┤┬┴┼─═║╔╗╚╝▲▼↓⬇|+]|[-_]{2,}|(?<=\n[ \t]*)[vV^](?=[ \t]*\n)/g, blank);
  const steps = stepsOf(plain, source);
  return steps.length > 1 ? { plain: joined(plain, steps), steps } : undefined;
}

/** What is said of a branch: "|-- no", "└ yes", "NO →". */
const branch = /[├└╰]|[|+] *-|^[ \t]*(?:yes|no)\b/i;
const answer = /^(?:yes|no)$/i;

/**
 * Lines with words; one that opens with a small letter, and to which nothing leads, goes on with the one before, and an
 * answer alone with the one behind.
 */
function stepsOf(plain: string, source: string): readonly Step[] {
  const steps: Step[] = [];
  const branches: number[] = [];
  let [at, isOpen] = [0, false];
  for (const line of plain.split("\n")) {
    const text = line.trim();
    const indent = line.indexOf(text);
    const lead = source.slice(at, at + indent);
    const last = steps.at(-1);
    const alone = last !== undefined && answer.test(plain.slice(last.start, last.end));
    if (!/\p{L}|\d/u.test(text)) isOpen &&= alone;
    else if (last && (alone || (isOpen && /^[\p{Ll}\d]/u.test(text) && /^[ \t│|]*$/.test(lead))))
      steps[steps.length - 1] = { ...last, end: at + indent + text.length };
    else {
      const own = branch.test(lead) || branch.test(text);
      while (branches.length > 0 && (!own || (branches.at(-1) ?? 0) >= indent)) branches.pop();
      if (own) branches.push(indent);
      steps.push({ start: at + indent, end: at + indent + text.length, depth: 1 + branches.length });
      isOpen = !/[?:]$/.test(text);
    }
    at += line.length + 1;
  }
  return steps;
}

/** A step's lines as one. */
function joined(plain: string, steps: readonly Step[]): string {
  let [text, at] = ["", 0];
  for (const { start, end } of steps) {
    text += plain.slice(at, start) + plain.slice(start, end).replaceAll("\n", " ");
    at = end;
  }
  return text + plain.slice(at);
}

const blank = (text: string): string => text.replace(/[^\n]/g, " ");
