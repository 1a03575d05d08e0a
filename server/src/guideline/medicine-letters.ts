// Letters that a document names medicines by. It must not know what is made of them.

import type { Markdown } from "../syntax/markdown.ts";
import type { Piece } from "../syntax/piece.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";

const letters = /(?:^|[|(;,])[ *]*((?:[A-Z], +)*[A-Z])(?: *[|:=] *| {2,4})(?=[a-z]{5})/gm;

/** "H, R, Z, E | isoniazid, …", "R: rifampicin": medicines that the document names by a letter. */
export const lettersIn = ({ parts }: Markdown): ReadonlySet<string> =>
  new Set(parts.flatMap(({ piece }) => lettersOf(piece)));
const lettersOf = oncePer(({ plain }: Piece): readonly string[] =>
  matchesIn(plain, letters).flatMap(([, said = ""]) => said.split(", ")),
);
